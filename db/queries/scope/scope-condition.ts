import { and, type SQL, sql } from "drizzle-orm";
import type { HumanFacingRule } from "@/lib/scope/human-facing";
import type { Scope } from "@/lib/scope/scope";

/** The names by which a statement calls the tables that a scope looks at. */
type Tables = { readonly call: string; readonly kind: string };

/**
 * The scope as a condition on the rows of `calls` joined with their `kinds`; undefined when it leaves
 * out nothing. The same as `isInScope` for a single call.
 *
 * @param tables their names in the statement, where it calls them otherwise
 */
export function scopeCondition(
  scope: Scope,
  rules: readonly HumanFacingRule[],
  tables: Tables = { call: "calls", kind: "kinds" },
): SQL | undefined {
  return and(momentCondition(scope, tables.call), kindCondition(scope, rules, tables.kind));
}

/** The part of a scope that looks at calls alone. */
export function momentCondition(scope: Scope, table = "calls"): SQL | undefined {
  const call = columnsOf(table);
  return and(
    scope.from === null
      ? undefined
      : sql`${call("started_at")} >= ${scope.from}::date::timestamp AT TIME ZONE 'UTC'`,
    scope.to === null
      ? undefined
      : sql`${call("started_at")} < (${scope.to}::date + 1)::timestamp AT TIME ZONE 'UTC'`,
    isAmong(call("environment"), scope.environments),
  );
}

/** The same on kept totals (or their deltas), which know the day, the environment and the kind. */
export function totalsCondition(
  scope: Scope,
  rules: readonly HumanFacingRule[],
  tables: { readonly sums: string; readonly kind: string },
): SQL | undefined {
  return and(bucketCondition(scope, tables.sums), kindCondition(scope, rules, tables.kind));
}

/** The part of a scope that looks at the buckets of kept totals alone. */
export function bucketCondition(scope: Scope, table: string): SQL | undefined {
  const sums = columnsOf(table);
  return and(
    // the unknown day lies before every day that a scope may name
    scope.from === null ? undefined : sql`${sums("day")} >= ${scope.from}::date`,
    scope.to === null
      ? undefined
      : sql`${sums("day")} BETWEEN '0001-01-02'::date AND ${scope.to}::date`,
    isAmong(sums("environment"), scope.environments),
  );
}

/** The part of a scope that looks at kinds alone. */
export function kindCondition(
  scope: Scope,
  rules: readonly HumanFacingRule[],
  table = "kinds",
): SQL | undefined {
  const kind = columnsOf(table);
  const talks = humanFacingOf(rules, table);
  return and(
    isAmong(kind("agent"), scope.agents),
    scope.withoutAgents === null
      ? undefined
      : sql`(${kind("agent")} IS NULL OR ${kind("agent")} NOT IN ${scope.withoutAgents})`,
    isAmong(kind("cluster_id"), scope.clusters),
    scope.humanFacing === "only" ? sql`${talks} IS TRUE` : undefined,
    scope.humanFacing === "without" ? sql`${talks} IS NOT TRUE` : undefined,
  );
}

/** Whether a kind talks to a person, as `isHumanFacing` says; NULL is unknown. */
export function humanFacingOf(rules: readonly HumanFacingRule[], table = "kinds"): SQL {
  const kind = columnsOf(table);
  const cases = (["step", "agent"] as const).flatMap((subject) =>
    [true, false].flatMap((talks) => {
      const values = rules
        .filter((rule) => rule.subject === subject && rule.humanFacing === talks)
        .map(({ value }) => value);
      const column = kind(subject === "step" ? "route_key" : "agent");
      return values.length === 0 ? [] : [sql`WHEN ${column} IN ${values} THEN ${talks}::boolean`];
    }),
  );
  const said = kind("human_facing");
  return cases.length === 0 ? said : sql`(CASE ${sql.join(cases, sql` `)} ELSE ${said} END)`;
}

const isAmong = (column: SQL, names: readonly string[] | null): SQL | undefined =>
  names === null ? undefined : sql`${column} IN ${names}`;

const columnsOf = (table: string) => (column: string) =>
  sql`${sql.identifier(table)}.${sql.identifier(column)}`;
