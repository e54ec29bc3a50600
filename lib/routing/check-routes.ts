import { parse } from "yaml";
import { ok, refused, type Result } from "@/lib/result";
import { type Route, RoutesFile } from "./routes-file";

/**
 * The last door before a routes file leaves: readers of YAML 1.1 and of 1.2 must both find exactly
 * what was intended, and it must follow the schema.
 *
 * @returns the same text, or why it may not leave
 */
export function checkRoutes(text: string, intended: RoutesFile): Result<string> {
  for (const version of ["1.1", "1.2"] as const) {
    let read: unknown;
    try {
      read = parse(text, { version, strict: true });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return refused("invalid", `The routes are no YAML ${version}: ${why}`);
    }
    const file = RoutesFile.safeParse(read);
    if (!file.success) {
      return refused("invalid", `The routes do not follow their schema: ${file.error.message}`);
    }
    if (!isSame(read as RoutesFile, intended)) {
      return refused(
        "invalid",
        `A reader of YAML ${version} would not find the routes as decided.`,
      );
    }
  }
  return ok(text);
}

function isSame(read: RoutesFile, intended: RoutesFile): boolean {
  const left = Object.entries(read.routes);
  const right = new Map(Object.entries(intended.routes));
  return (
    left.length === right.size &&
    left.every(([key, route]) => {
      const other = right.get(key);
      return other !== undefined && isSameRoute(route, other);
    })
  );
}

function isSameRoute(one: Route, other: Route): boolean {
  const parts = ({ model, ...rest }: Route) => [
    model,
    "fallback" in rest ? rest.fallback : null,
    "fallback" in rest ? rest.confidence_threshold : null,
  ];
  const expected = parts(other);
  return parts(one).every((part, index) => part === expected[index]);
}
