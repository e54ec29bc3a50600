import { accepted, refusal, wireOf } from "./otlp-answer";

/** Answers an export of metrics as one that was taken; nothing is read or kept. */
export function dropMetrics(request: Request): Response {
  const wire = wireOf(request.headers);
  if (wire !== null) return accepted(wire, "traces", null);
  return refusal("json", 415, "invalid", "Send application/x-protobuf or application/json.");
}
