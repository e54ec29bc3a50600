import { z } from "zod";
import { CallParams } from "@/lib/calls/call-query";
import { FoldedCallRow } from "@/lib/calls/call-row";
import { Receipt } from "@/lib/imports/receipt";
import { UploadQuery } from "@/lib/imports/upload-query";
import { LabelReceipt } from "@/lib/labelling/imported-label";
import { LabelParams } from "@/lib/labelling/label-query";
import { DrawRecord } from "@/lib/labelling/draw-record";
import { LabelRecord } from "@/lib/labelling/label-record";
import { AuditAnswer } from "@/lib/overview/audit-answer";
import { ClusterRecord } from "@/lib/overview/cluster-record";
import { ClusterPaging } from "@/lib/overview/cluster-paging";
import { AuditParams } from "@/lib/overview/params";
import { SavingsAnswer } from "@/lib/overview/savings-answer";
import { SHARE_UNITS } from "@/lib/overview/units";
import { SaidAssumptions } from "@/lib/savings/assumptions";
import { TraceParams } from "@/lib/traces/trace-query";
import { TraceRow } from "@/lib/traces/trace-row";
import type { RouteDoc } from "./route-doc";
import { ScopeQuery } from "./scope-query";

const Format = z.object({ format: z.enum(["json", "csv"]).default("json") });

const AuditQuery = z.object({
  unit: z.enum(SHARE_UNITS).optional().describe("The shares of this unit alone"),
  rater: z.guid().optional().describe("The labels of this rater alone (a pass)"),
});

/** The sums of a folded row are there where the list is folded. */
const MaybeFolded = FoldedCallRow.partial({
  folded_calls: true,
  folded_cost_usd: true,
  folded_calls_without_cost: true,
});

/** A list of rows and the cursor of its next page. */
const pageOf = (name: string, row: z.ZodType) => ({
  name: `${name}Page`,
  schema: z.object({ rows: z.array(row), next_cursor: z.string().nullable() }),
});

/** Every route of the API, in the order of its documentation. */
export const API_ROUTES: readonly RouteDoc[] = [
  {
    path: "/imports",
    method: "post",
    summary: "Import a file of traces; the body is the file as it is, gzip or not",
    scope: "ingest",
    query: [UploadQuery],
    body: {
      media: ["application/octet-stream", "application/x-ndjson", "application/json", "text/csv"],
      description: "JSONL, JSON, CSV or Parquet",
    },
    answer: { name: "Receipt", schema: Receipt },
    refusals: [413, 422],
  },
  {
    path: "/imports/{import}",
    method: "get",
    summary: "The receipt of an import, also while it runs",
    scope: "read",
    answer: { name: "Receipt", schema: Receipt },
    refusals: [404],
  },
  {
    path: "/imports/{import}/rejected",
    method: "get",
    summary: "What an import rejected, and why: one JSON object a line",
    scope: "read",
    answer: {
      media: ["application/x-ndjson"],
      description: "{line, record, why, reason, excerpt}",
    },
    refusals: [404],
  },
  {
    path: "/calls",
    method: "get",
    summary: "The calls that are stored",
    scope: "read",
    query: [CallParams, ScopeQuery, Format],
    answer: pageOf("Call", MaybeFolded),
    refusals: [422],
  },
  {
    path: "/traces",
    method: "get",
    summary: "The traces that are stored",
    scope: "read",
    query: [TraceParams, Format],
    answer: pageOf("Trace", TraceRow),
    refusals: [422],
  },
  {
    path: "/clusters",
    method: "get",
    summary: "The clusters with what they cost, their shares and savings",
    scope: "read",
    query: [ClusterPaging, AuditParams, ScopeQuery],
    answer: pageOf("Cluster", ClusterRecord),
    refusals: [422],
  },
  {
    path: "/labels",
    method: "get",
    summary: "Every label that was ever given; current says which still speak",
    scope: "read",
    query: [LabelParams, Format],
    answer: pageOf("Label", LabelRecord),
    refusals: [422],
  },
  {
    path: "/labels",
    method: "post",
    summary: "Labels made elsewhere: one JSON object a line, of an external reviewer on a call",
    scope: "ingest",
    body: {
      media: ["application/x-ndjson"],
      description:
        "{call_id or trace_id + span_id, reviewer, verdict, reasons?, note?} a line; gzip or not",
    },
    answer: { name: "LabelReceipt", schema: LabelReceipt },
    refusals: [413, 422],
  },
  {
    path: "/draws/{draw}",
    method: "get",
    summary: "The record of a draw by its number: all that drawing the same items again needs",
    scope: "read",
    answer: { name: "DrawRecord", schema: DrawRecord },
    refusals: [404, 422],
  },
  {
    path: "/audit",
    method: "get",
    summary: "The viable shares in every unit, overall, per cluster and per route key",
    scope: "read",
    query: [AuditQuery, ScopeQuery],
    answer: { name: "Audit", schema: AuditAnswer },
    refusals: [422],
  },
  {
    path: "/savings",
    method: "get",
    summary: "What routing would save, low, mid and high, with the assumptions and prices used",
    scope: "read",
    query: [SaidAssumptions, ScopeQuery],
    answer: { name: "Savings", schema: SavingsAnswer },
    refusals: [422],
  },
  {
    path: "/routes.yaml",
    method: "get",
    summary:
      "The newest approved release of the routes; its JSON Schema is at /schemas/routes.v1.json",
    scope: "read",
    answer: { media: ["application/yaml"], description: "The routes file" },
    refusals: [404],
  },
  {
    path: "/openapi.json",
    method: "get",
    summary: "This description",
    scope: null,
    answer: { media: ["application/json"], description: "OpenAPI 3.1" },
  },
];
