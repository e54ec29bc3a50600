/** An expected outcome that is not success: a value, never thrown. */
export type Refusal = {
  ok: false;
  /** What kind of refusal, for the edge to map to a status. */
  code:
    | "invalid"
    | "signed_out"
    | "forbidden"
    | "not_found"
    | "conflict"
    | "too_large"
    | "timed_out"
    | "unavailable";
  /** What was wrong, where, and what to do next, in a sentence a person can act on. */
  message: string;
};

export type Result<T> = { ok: true; value: T } | Refusal;

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const refused = (code: Refusal["code"], message: string): Refusal => ({
  ok: false,
  code,
  message,
});
