/** The id under which the server logged an error; null for errors of the browser. */
export const digestOf = (error: unknown): string | null =>
  error instanceof Error && "digest" in error && typeof error.digest === "string"
    ? error.digest
    : null;
