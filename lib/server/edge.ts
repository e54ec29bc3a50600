import { randomUUID } from "node:crypto";
import type { Refusal } from "@/lib/result";
import { log } from "./log";

const STATUS: Record<Refusal["code"], number> = {
  invalid: 422,
  signed_out: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  timed_out: 408,
  unavailable: 503,
};

/** A refusal as an HTTP answer. */
export function refusalResponse(refusal: Refusal, extra: Record<string, unknown> = {}): Response {
  const { code, message } = refusal;
  // what else comes over that connection is the rest of a body that was given up
  const headers: Record<string, string> = code === "timed_out" ? { connection: "close" } : {};
  const error = { code, message, ...extra };
  return Response.json({ error }, { status: STATUS[code], headers });
}

/** Runs a route; what it throws becomes a 500 with an id that is also in the log. */
export async function atEdge(run: () => Promise<Response>): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    const id = randomUUID().slice(0, 8);
    log.error("a request failed", { id, error });
    const message = `Something went wrong here, not with what you sent. Its id is ${id}; it is in the server's log.`;
    return Response.json({ error: { code: "internal", message, id } }, { status: 500 });
  }
}
