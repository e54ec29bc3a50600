/** A pattern for ILIKE that finds the words as they are, anywhere in a text. */
export const likePattern = (words: string): string => `%${words.replace(/[\\%_]/gu, "\\$&")}%`;
