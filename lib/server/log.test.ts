import { DrizzleQueryError } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { log } from "./log";
import { logTrouble } from "./spans/log-trouble";

const SECRET = "planted-secret-4f9c";
const SQL = 'insert into "calls" ("preview") values ($1)';

afterEach(() => {
  vi.restoreAllMocks();
});

function logged(write: () => void): string {
  const lines: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((line) => {
    lines.push(String(line));
    return true;
  });
  write();
  return lines.join("");
}

/** As the driver makes them. */
function databaseError(code: string, message: string) {
  return Object.assign(new Error(message), {
    name: "PostgresError",
    severity: "ERROR",
    code,
    detail: `Failing row contains (${SECRET}).`,
    where: `JSON data, line 1: ${SECRET}`,
    table_name: "calls",
  });
}

test.each([
  ["22P02", `invalid input syntax for type integer: "${SECRET} \n at "here""`],
  ["23502", 'null value in column "kind_id" of relation "calls" violates not-null constraint'],
])("keeps what was to be stored out of the log when a statement fails with %s", (code, message) => {
  const failed = new DrizzleQueryError(
    SQL,
    [SECRET, `two lines\n    at ${SECRET}`],
    databaseError(code, message),
  );
  for (const write of [
    () => log.error("a request failed", { error: failed }),
    () => log.error("a request failed", { error: new Error("outer", { cause: failed }) }),
    () => log.error("a request failed", { error: failed.cause }),
    () => logTrouble("a batch could not be stored", failed),
  ]) {
    const line = logged(write);
    expect(line).not.toContain(SECRET);
    expect(JSON.parse(line)).toMatchObject({ level: "error" });
    expect(line).toContain(code);
    expect(line).toContain("log.test.ts");
  }
});

test("tells the statement, its SQLSTATE and the cause's message", () => {
  const cause = databaseError("23502", 'null value in column "kind_id"');
  const line = logged(() =>
    log.error("failed", { error: new DrizzleQueryError(SQL, [SECRET], cause) }),
  );
  expect(JSON.parse(line)).toMatchObject({
    error: {
      query: SQL,
      cause: { code: "23502", message: 'null value in column "kind_id"', table_name: "calls" },
    },
  });
});

test("leaves other errors whole", () => {
  const line = logged(() => log.error("failed", { error: new TypeError("not a function") }));
  expect(JSON.parse(line)).toMatchObject({
    error: {
      name: "TypeError",
      message: "not a function",
      stack: expect.stringContaining("log.test.ts"),
    },
  });
});
