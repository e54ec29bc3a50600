import { z } from "zod";
import { csvLine } from "@/lib/csv/csv-line";
import { listDailyCosts } from "@/lib/overview/daily-cost";
import { parseAuditParams } from "@/lib/overview/params";
import {
  listTableRows,
  SAVINGS_TABLES,
  type SavingsTableName,
  type TableSource,
} from "@/lib/overview/savings-tables";
import { compareCosts } from "@/lib/pricing/compare-costs";
import { refused } from "@/lib/result";
import { parseStoredScope } from "@/lib/scope/scope";
import { chooseScope, readAddress } from "@/lib/scope/scope-params";
import { refusalResponse } from "@/lib/server/edge";
import { proveMember } from "@/lib/server/gate";
import { sightOf } from "@/lib/server/labelling/sight-of";
import { gatherSavings, type GatheredSavings } from "./gather-savings";

const Table = z.enum(SAVINGS_TABLES);

/** The savings of an address as a file: one table as CSV, or everything as JSON. */
export async function downloadSavings(
  request: Request,
  slug: string,
  form: "csv" | "json",
): Promise<Response> {
  const proof = await proveMember(slug, "viewer");
  if (!proof.ok) return refusalResponse(proof);
  const asked = readAddress(request.url);
  const table = Table.safeParse(asked.table?.[0] ?? "clusters");
  if (!table.success) {
    return refusalResponse(refused("invalid", `table is one of ${SAVINGS_TABLES.join(", ")}.`));
  }
  const scope = chooseScope(asked, parseStoredScope(proof.value.workspace.scope));
  const sight = await sightOf(proof.value);
  const gathered = await gatherSavings(proof.value, parseAuditParams(asked), scope, sight);
  const source = tableSource(gathered);
  return form === "csv" ? asCsv(slug, table.data, source) : asJson(source, asked.table?.[0]);
}

/** What the tables of some savings are made from. */
export const tableSource = ({ view, answer, evidence, audit }: GatheredSavings): TableSource => ({
  view,
  answer,
  days: listDailyCosts(evidence.buckets, audit.usage.window, evidence.overrides),
  comparisons: compareCosts(evidence.buckets, evidence.overrides),
});

function asCsv(slug: string, table: SavingsTableName, source: TableSource): Response {
  const rows = listTableRows(table, source);
  const lines = rows.map((row) =>
    csvLine(
      Object.values(row).map((value) =>
        typeof value === "object" && value !== null ? value.join("; ") : value,
      ),
    ),
  );
  const head = rows[0] === undefined ? "" : csvLine(Object.keys(rows[0]));
  return new Response(head + lines.join(""), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${slug}-savings-${table}.csv"`,
    },
  });
}

/** All of it as the API gives it, and every table; or one table alone. */
function asJson(source: TableSource, table: string | undefined): Response {
  if (table !== undefined) {
    return Response.json({ rows: listTableRows(Table.parse(table), source) });
  }
  const { clusters: _, route_keys: __, ...rest } = source.answer;
  const tables = SAVINGS_TABLES.map((name) => [name, listTableRows(name, source)] as const);
  return Response.json({ ...rest, ...Object.fromEntries(tables) });
}
