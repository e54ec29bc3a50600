import { createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { CALL_FLAGS, CALL_SORTS } from "@/lib/calls/call-query";

/** The state of the list of calls, all of it in the address; what is as usual stays out of it. */
export const callSearchParams = {
  q: parseAsString.withDefault(""),
  cluster: parseAsString,
  step: parseAsString,
  agent: parseAsString,
  model: parseAsString,
  trace: parseAsString,
  import: parseAsString,
  flag: parseAsStringLiteral(CALL_FLAGS),
  alike: parseAsString,
  fold: parseAsStringLiteral(["1"]),
  sort: parseAsStringLiteral(CALL_SORTS).withDefault("time"),
  dir: parseAsStringLiteral(["asc", "desc"]).withDefault("desc"),
  cursor: parseAsString,
};

export const writeCallParams = createSerializer(callSearchParams);
