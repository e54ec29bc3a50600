import { CallsMovedError } from "@/db/commands/write-call-batch";

/** Deadlock, serialization failure: the transaction was undone and may simply be tried again. */
const RETRYABLE = new Set(["40P01", "40001"]);

function isRetryable(error: unknown): boolean {
  if (error instanceof CallsMovedError) return true;
  const cause = error instanceof Error && error.cause ? error.cause : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return RETRYABLE.has(code);
}

/** Runs a transaction again when another one got in its way. */
export async function retryConflicts<T>(run: () => Promise<T>, tries = 6): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (attempt >= tries || !isRetryable(error)) throw error;
    }
  }
}
