import type { Scope } from "@/lib/scope/scope";
import { ALLOCATIONS } from "./allocate";
import { DrawInput } from "./draw-input";
import type { ClusterFrame } from "./plan-draw";

/** The fields of the planner as they are typed, and as the address carries them. */
export const PLAN_FIELDS = [
  "allocation",
  "n",
  "least",
  "total",
  "k",
  "alike",
  "slots",
  "second",
  "seed",
  "keep",
  "leave",
] as const;
export type PlanField = (typeof PLAN_FIELDS)[number];
export type PlanFields = Record<PlanField, string>;

/** Calls of each cluster when nothing else is asked for. */
const EACH = 60;

/** What the planner starts with: 60 of each cluster, a second label on some where there are two people. */
export function defaultFields(on: {
  clusters: number;
  labellers: number;
  seed: string;
}): PlanFields {
  return {
    allocation: "equal",
    n: String(EACH),
    least: "20",
    total: String(Math.max(1, on.clusters) * EACH),
    k: "3",
    alike: "no",
    slots: "1",
    second: on.labellers > 1 ? "30" : "0",
    seed: on.seed,
    keep: "",
    leave: "",
  };
}

/** Names or ids with commas between them. */
export const listOf = (text: string): string[] => text.split(",").filter((one) => one !== "");

/**
 * The fields as a draw would take them; what is wrong is told by field.
 *
 * @param clusters those that the scope holds
 */
export function readPlanFields(
  fields: PlanFields,
  scope: Scope,
  clusters: readonly Pick<ClusterFrame, "clusterId">[],
): { input: DrawInput | null; errors: Partial<Record<PlanField, string>> } {
  const allocation = ALLOCATIONS.find((name) => name === fields.allocation) ?? "equal";
  const isEqual = allocation === "equal";
  const left = new Set(listOf(fields.leave));
  const chosen = clusters.filter(({ clusterId }) => !left.has(clusterId));
  const people = listOf(fields.keep);
  const parsed = DrawInput.safeParse({
    scope:
      chosen.length === clusters.length
        ? scope
        : { ...scope, clusters: chosen.map(({ clusterId }) => clusterId) },
    allocation,
    perCluster: numberOf(isEqual ? fields.n : fields.least),
    wanted: isEqual ? null : numberOf(fields.total),
    maxPerTrace: fields.k.trim() === "" ? null : numberOf(fields.k),
    collapseAlike: fields.alike === "yes",
    seed: fields.seed,
    slotsPerItem: numberOf(fields.slots),
    secondShare: numberOf(fields.second) / 100,
    assignedTo: people.length === 0 ? null : people,
  });
  if (parsed.success) return { input: parsed.data, errors: {} };
  const fieldOf: Record<string, PlanField> = {
    scope: "leave",
    perCluster: isEqual ? "n" : "least",
    wanted: "total",
    maxPerTrace: "k",
    seed: "seed",
    slotsPerItem: "slots",
    secondShare: "second",
    assignedTo: "keep",
  };
  const errors: Partial<Record<PlanField, string>> = {};
  for (const { path, message } of parsed.error.issues) {
    const field = fieldOf[String(path[0])];
    if (field) errors[field] ??= field === "leave" ? "Choose at least one cluster" : message;
  }
  return { input: null, errors };
}

/** A number as it is typed; what is none is told by the check behind it. */
const numberOf = (text: string): number => (text.trim() === "" ? Number.NaN : Number(text));
