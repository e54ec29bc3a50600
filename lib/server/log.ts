import { plainError } from "./plain-error";

type Level = "info" | "warn" | "error";
type Fields = Record<string, unknown>;

/** One line of JSON a message, on standard error: standard output is for people. */
function write(level: Level, msg: string, fields: Fields = {}): void {
  const line = { time: new Date().toISOString(), level, msg, ...fields };
  process.stderr.write(`${JSON.stringify(line, plainErrors)}\n`);
}

function plainErrors(_key: string, value: unknown): unknown {
  if (value instanceof Error) return plainError(value);
  return typeof value === "bigint" ? value.toString() : value;
}

export const log = {
  info: (msg: string, fields?: Fields) => write("info", msg, fields),
  warn: (msg: string, fields?: Fields) => write("warn", msg, fields),
  error: (msg: string, fields?: Fields) => write("error", msg, fields),
};
