import { z } from "zod";
import { ok, refused, type Result } from "@/lib/result";
import { narrows, Scope, WHOLE_SCOPE } from "./scope";

/** The parameters of an address, or of a request to the API, that say a scope. */
export const SCOPE_PARAMS = [
  "scope",
  "from",
  "to",
  "environments",
  "agents",
  "without_agents",
  "human_facing",
  "clusters",
] as const;
export type ScopeParam = (typeof SCOPE_PARAMS)[number];

export type ParamRecord = Readonly<Record<string, string | readonly string[] | undefined>>;

/** `scope=all` asks for everything; else the parts that are given narrow, each for itself. */
const Whole = z.enum(["all"], { error: "scope is all or not given" });

const LIST_HELP = "a list of names, at most 100, a comma between them (%2C stands for a comma)";

const WHAT: Record<keyof Scope, string> = {
  from: "from is a day of UTC, YYYY-MM-DD, from 1970 on",
  to: "to is a day of UTC, YYYY-MM-DD, from 1970 on",
  environments: `environments is ${LIST_HELP}`,
  agents: `agents is ${LIST_HELP}`,
  withoutAgents: `without_agents is ${LIST_HELP}`,
  humanFacing: "human_facing is with, without or only",
  clusters: "clusters is a list of ids of clusters, a comma between them",
};

/**
 * The scope that an address asks for, read from search params. A list is one parameter with commas
 * (within a name, a comma is written %2C and a per cent sign %25), or the parameter several times.
 *
 * @returns null when it says nothing of a scope; a refusal that names what is wrong
 */
export function parseScopeParams(params: ParamRecord): Result<Scope | null> {
  if (SCOPE_PARAMS.every((name) => firstOf(params[name]) === undefined)) return ok(null);
  const whole = firstOf(params.scope);
  if (whole !== undefined && !Whole.safeParse(whole).success) {
    return refused("invalid", "scope is all or not given.");
  }
  if (whole !== undefined) return ok(WHOLE_SCOPE);
  const parsed = Scope.safeParse({
    from: firstOf(params.from),
    to: firstOf(params.to),
    environments: listOf(params.environments),
    agents: listOf(params.agents),
    withoutAgents: listOf(params.without_agents),
    humanFacing: firstOf(params.human_facing),
    clusters: listOf(params.clusters),
  });
  if (parsed.success) return ok(parsed.data);
  const names = new Set(parsed.error.issues.map(({ path }) => path[0] as keyof Scope));
  return refused("invalid", [...names].map((name) => `${WHAT[name]}.`).join(" "));
}

/**
 * The scope of a page: the one its address asks for, else the workspace's. An address that says it
 * wrongly says nothing.
 */
export function chooseScope(params: ParamRecord, ofWorkspace: Scope): Scope {
  const asked = parseScopeParams(params);
  return asked.ok && asked.value !== null ? asked.value : ofWorkspace;
}

/** A scope as parameters; everything is `scope=all`, so that it never reads as the default. */
export function writeScopeParams(scope: Scope): Partial<Record<ScopeParam, string>> {
  if (!narrows(scope)) return { scope: "all" };
  const list = (names: readonly string[] | null) =>
    names?.map((name) => name.replaceAll("%", "%25").replaceAll(",", "%2C")).join(",");
  const written = {
    from: scope.from ?? undefined,
    to: scope.to ?? undefined,
    environments: list(scope.environments),
    agents: list(scope.agents),
    without_agents: list(scope.withoutAgents),
    human_facing: scope.humanFacing === "with" ? undefined : scope.humanFacing,
    clusters: list(scope.clusters),
  };
  return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined));
}

/** The parameters of an address; one that is given several times keeps all its values. */
export function readAddress(url: string): Record<string, string[]> {
  const { searchParams } = new URL(url);
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)]),
  );
}

const firstOf = (value: ParamRecord[string]): string | undefined =>
  (typeof value === "string" ? value : value?.[0]) || undefined;

function listOf(value: ParamRecord[string]): string[] | undefined {
  const written = typeof value === "string" ? [value] : (value ?? []);
  const names = written
    .flatMap((one) => one.split(","))
    .map((name) => name.replaceAll(/%(25|2c)/giu, (_, code) => (code === "25" ? "%" : ",")))
    .filter((name) => name !== "");
  return names.length === 0 ? undefined : [...new Set(names)];
}
