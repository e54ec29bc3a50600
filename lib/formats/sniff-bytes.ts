/** So much of a file's beginning is looked at before it is read. */
export const SNIFF_BYTES = 64 * 1024;
