/** What a failure of the database says beside its message, without what was to be stored. */
const SAFE = [
  "code",
  "severity",
  "schema_name",
  "table_name",
  "column_name",
  "data_type_name",
  "constraint_name",
  "routine",
] as const;

/**
 * An error as a line of the log may hold it. A failed statement carries what was to be stored, such
 * as traces, notes and session tokens, in its parameters, and again in its message, its stack and
 * the details of its cause: of all these only the statement's own text stays, and the cause with its
 * SQLSTATE.
 */
export function plainError(error: Error): Record<string, unknown> {
  const { name, cause } = error;
  if ("query" in error && "params" in error)
    return { name, query: String(error.query), stack: framesOf(error), cause };
  if (isOfDatabase(error)) {
    const facts = error as unknown as Record<string, unknown>;
    const safe = SAFE.flatMap((key) => (facts[key] === undefined ? [] : [[key, facts[key]]]));
    const message = withoutValues(error);
    return { name, message, ...Object.fromEntries(safe), stack: framesOf(error), cause };
  }
  return { name, message: error.message, stack: error.stack, cause };
}

/** The errors of PostgreSQL carry a SQLSTATE: five digits and capitals. */
function isOfDatabase(error: Error): error is Error & { code: string } {
  return "code" in error && "severity" in error && /^[\dA-Z]{5}$/u.test(String(error.code));
}

/** Class 22 quotes the value that did not fit; the others quote names of tables and columns. */
function withoutValues({ code, message }: Error & { code: string }): string {
  return code.startsWith("22") ? message.replace(/"[^]*"/u, '"…"') : message;
}

/** Where it was thrown; the stack begins with the message, which stays out. */
function framesOf({ name, stack = "", message }: Error): string {
  const at = stack.indexOf(message);
  const frames = at < 0 ? stack : stack.slice(at + message.length);
  const lines = frames.split("\n").filter((line) => /^\s+at /u.test(line));
  return [name, ...lines].join("\n");
}
