import { z } from "zod";
import { SIGNED_OUT } from "@/lib/accounts/signed-out";

const Failure = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

/** The session has ended: the person has to sign in before this can go through. */
export class SignedOutError extends Error {}

/** How long an answer is waited for, in milliseconds. */
const PATIENCE_MS = 20_000;

/**
 * Asks our own server for JSON.
 *
 * @throws Error with a message for the person: what the server said, or that it does not answer;
 *   SignedOutError when nobody is signed in any more.
 */
export async function requestJson(url: string, init: RequestInit = {}): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch (cause) {
    const message = navigator.onLine ? "The server does not answer." : "There is no network.";
    throw new Error(message, { cause });
  }
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer;
  const failure = Failure.safeParse(answer);
  if (failure.data?.error.code === "signed_out") throw new SignedOutError(SIGNED_OUT);
  throw new Error(
    failure.success ? failure.data.error.message : `The server said ${response.status}.`,
  );
}
