import type { KeyedDigest, RowId } from "@/lib/ids";

/** The finest unit that is counted: route key × act × agent × human-facing. */
export type Kind = {
  routeKey: string;
  act: string;
  agent: string | null;
  humanFacing: boolean | null;
};

export function kindRowId(kind: Kind, digest: KeyedDigest): RowId {
  const human = kind.humanFacing === null ? null : String(kind.humanFacing);
  return digest("kind", kind.routeKey, kind.act, kind.agent, human);
}

/** The cluster that a kind belongs to until somebody splits or merges. */
export function clusterRowId(routeKey: string, digest: KeyedDigest): RowId {
  return digest("cluster", routeKey);
}
