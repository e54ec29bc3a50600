/** A file that cannot be read as a whole; the message says what was seen and what to do. */
export class UnreadableFileError extends Error {}
