/** Class 22: a value that its column cannot hold. Class 54: one that is too long for an index. */
const CLASSES = new Set(["22", "54"]);

/** Whether the database refused a value itself, so that sending it again cannot help. */
export function isDataException(error: unknown): boolean {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return code.length === 5 && CLASSES.has(code.slice(0, 2));
}
