import { createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";

/** The state of the list of traces, all of it in the address; what is as usual stays out of it. */
export const traceSearchParams = {
  q: parseAsString.withDefault(""),
  dir: parseAsStringLiteral(["asc", "desc"]).withDefault("desc"),
  cursor: parseAsString,
};

export const writeTraceParams = createSerializer(traceSearchParams);
