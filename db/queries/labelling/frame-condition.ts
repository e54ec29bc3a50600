import { type SQL, sql } from "drizzle-orm";
import { scopeCondition } from "@/db/queries/scope/scope-condition";
import { ROLLING_SOURCES } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";
import type { Scoping } from "@/lib/scope/scope-summary";

/** A trace that is sent piece by piece has come to rest when nothing of it came for so many minutes. */
const SETTLING_MINUTES = 5;
/** An import that reads a file beats at least this often, in seconds; else its server has stopped. */
const BEAT_SECONDS = 120;

const rolling = sql.raw(`('${ROLLING_SOURCES.join("','")}')`);

/**
 * The traces that are still arriving, as a subquery of ids: spans of theirs came over a door within
 * the last minutes, or a file that brings calls of theirs is being read.
 */
export const waitingTraces = (workspaceId: WorkspaceId): SQL => sql`
  SELECT span.trace_id FROM imports source
  JOIN spans span ON span.workspace_id = source.workspace_id AND span.import_id = source.id
  WHERE source.workspace_id = ${workspaceId} AND source.source IN ${rolling}
    AND source.heartbeat_at > now() - ${SETTLING_MINUTES}::int * interval '1 minute'
    AND span.created_at > now() - ${SETTLING_MINUTES}::int * interval '1 minute'
  UNION
  SELECT COALESCE(arriving.trace_id, arriving.id) FROM imports source
  JOIN calls arriving
    ON arriving.workspace_id = source.workspace_id AND arriving.import_id = source.id
  WHERE source.workspace_id = ${workspaceId} AND source.source NOT IN ${rolling}
    AND source.state = 'running'
    AND source.heartbeat_at > now() - ${BEAT_SECONDS}::int * interval '1 second'`;

/** The calls of a scope, as `call` with their `kind`; second views of others are none. */
export const inFrame = (workspaceId: WorkspaceId, { scope, rules }: Scoping): SQL => sql`
  calls call JOIN kinds kind
    ON kind.workspace_id = call.workspace_id AND kind.id = call.kind_id
  WHERE call.workspace_id = ${workspaceId} AND call.merged_into IS NULL
    AND ${scopeCondition(scope, rules, { call: "call", kind: "kind" }) ?? sql`true`}`;

/** What can be judged: the model answered, and there is a text. */
export const isDrawable: SQL = sql`NOT call.without_text AND NOT call.errored`;
