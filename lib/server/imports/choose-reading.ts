import { createHash } from "node:crypto";
import { z } from "zod";
import {
  findImportMapping,
  type ImportMappingRow,
  type MappingKey,
} from "@/db/queries/imports/find-import-mapping";
import type { FileFormat } from "@/lib/formats/detect";
import { isObject } from "@/lib/formats/is-object";
import type { RawRecord } from "@/lib/formats/raw-record";
import type { WorkspaceId } from "@/lib/ids";
import { ok, refused, type Refusal, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import { missingColumns } from "@/lib/tabular/check-mapping";
import { mixedContent } from "@/lib/tabular/mixed-content";
import { mappedFormat } from "@/lib/tabular/mapped-format";
import { Mapping } from "@/lib/tabular/mapping";
import { sampleTable, type TableSample } from "@/lib/tabular/sample-table";
import { columnPaths, columnsKey, sharedColumns, tableColumns } from "@/lib/tabular/table-columns";
import { chooseFormat } from "./choose-format";
import type { OpenedFile } from "./open-records";

/** How a file is read, and what its receipt should say of that. */
export type Chosen = { format: FileFormat; note: string | null };

/** Why a file is not read; of a table whose columns are unknown also its beginning. */
export type Unread = Refusal & { table?: TableSample };

type Asked = {
  workspaceId: WorkspaceId;
  formatId?: string | undefined;
  /** Id or name of a saved mapping. */
  mapping?: string | undefined;
};

/**
 * How to read a file: by the mapping or the format that was asked for, else by what its first
 * records show, else, a table, by the newest mapping that was saved for the same columns.
 */
export async function chooseReading(
  first: readonly RawRecord[],
  asked: Asked,
  container: OpenedFile["container"],
): Promise<{ ok: true; value: Chosen } | Unread> {
  const values = first.flatMap((raw) => (raw.refusal === undefined ? [raw.value] : []));
  const rows = values.filter(isObject);
  if (asked.mapping !== undefined) return byMapping(asked.workspaceId, asked.mapping, rows);
  const found = chooseFormat(first, asked.formatId, container);
  if (found.ok) return ok({ format: found.value, note: null });
  if (asked.formatId !== undefined || rows.length === 0) return found;
  if (container === "json" && !isTable(first, rows)) return found;
  const kept = await find(asked.workspaceId, { columns: columnsDigest(sharedColumns(rows)) });
  if (kept === null) return { ...found, table: sampleTable(container, rows) };
  return ok(reading(kept, "kept for tables of the same columns"));
}

/** Whether records of JSON are rows of one table, with columns for what was asked and answered. */
const isTable = (first: readonly RawRecord[], rows: readonly Record<string, unknown>[]) =>
  mixedContent(first) === null && columnPaths(rows).length > 1;

/** What tells a table again: the names of the columns that all its rows have, in whatever order. */
export const columnsDigest = (columns: readonly string[]): string =>
  createHash("sha256").update(columnsKey(columns)).digest("hex");

async function byMapping(
  workspaceId: WorkspaceId,
  named: string,
  rows: readonly Record<string, unknown>[],
): Promise<Result<Chosen>> {
  const isId = z.uuid().safeParse(named).success;
  const kept = await find(workspaceId, isId ? { id: named } : { name: named });
  if (kept === null) {
    return refused("invalid", "There is no saved mapping of that id or name in this workspace.");
  }
  const missing = missingColumns(Mapping.parse(kept.mapping), tableColumns(rows));
  if (missing.length > 0) {
    const columns = missing.map((column) => column.slice(0, 40)).join(", ");
    return refused(
      "invalid",
      `The mapping “${kept.name}” names columns that this file does not have: ${columns}.`,
    );
  }
  return ok(reading(kept, "as asked for"));
}

const find = (workspaceId: WorkspaceId, key: MappingKey) =>
  findImportMapping(getDatabase(), workspaceId, key);

function reading(kept: ImportMappingRow, why: string): Chosen {
  const format = mappedFormat(Mapping.parse(kept.mapping));
  return { format, note: `Columns were read by the mapping “${kept.name}”, ${why}.` };
}
