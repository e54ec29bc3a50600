import type { Attributes } from "@/lib/otlp/otlp";
import { readCommonTags } from "@/lib/spans/common-tags";
import { unwrapJson } from "@/lib/spans/json-text";
import { nanosOf } from "@/lib/spans/nanos";
import { readObservation } from "@/lib/spans/observation";
import { outcomeOf } from "@/lib/spans/outcome";
import { asName, asObject, asText, dig, firstOf } from "@/lib/spans/plain-values";
import { emptyFacts, ToolRun, type OutcomeFact, type SpanRecord } from "@/lib/spans/span";
import { readDialects } from "@/lib/spans/read-otlp-span";
import { joinReadings, recordOf, spanOf, type DialectReading } from "@/lib/spans/span-reading";
import type { CountsApart } from "@/lib/spans/tokens";

type Row = Record<string, unknown>;

const HINT = "record input and output of generations in the Langfuse client";

/** A member by its camel-case name or its snake-case one. */
const of = (row: Row, camel: string): unknown =>
  firstOf(row[camel], row[camel.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)]);

/**
 * One observation as Langfuse exports it (UI, API, blob storage; camel or snake case) or ingests it.
 * `type` stands for the row's own where that is silent.
 */
export function readObservationRow(row: Row, apart: CountsApart, type: string | null): SpanRecord {
  const metadata = unwrapJson(row["metadata"] ?? null);
  const attributes = asObject(unwrapJson(dig(metadata, "attributes") ?? null));
  const reading = joinReadings([
    tagsOf(row, metadata),
    readObservation(
      {
        type: asText(row["type"]) ?? type,
        name: asText(row["name"]),
        model: asText(
          firstOf(row["model"], of(row, "providedModelName"), of(row, "internalModel")),
        ),
        parameters: {
          tools: of(row, "toolDefinitions"),
          ...asObject(unwrapJson(of(row, "modelParameters"))),
        },
        input: row["input"],
        output: row["output"],
        usage: usageIn(row),
        cost: firstOf(
          unwrapJson(of(row, "costDetails")),
          of(row, "totalCost"),
          dig(row["usage"], "totalCost"),
        ),
        metadata,
        level: asText(row["level"]),
        statusMessage: asText(of(row, "statusMessage")),
      },
      apart,
    ),
    ...readAttributes(row, attributes as Attributes),
  ]);
  const role = reading.role ?? (type === null && row["type"] === undefined ? null : "chain");
  // An update may leave its observation's type to the creation: then it may be a call's.
  const isCall = role === null || role === "llm" || role === "embedding";
  return {
    ...recordOf(asText(of(row, "traceId")), asText(row["id"]) ?? "", { ...reading, role }),
    parentSpanId: asText(of(row, "parentObservationId")),
    name: asText(row["name"]),
    startNs: nanosOf(of(row, "startTime")),
    endNs: nanosOf(of(row, "endTime")),
    scope: asText(dig(metadata, "scope", "name")),
    service: asName(dig(metadata, "resourceAttributes", "service.name")),
    call: isCall ? { ...emptyFacts(), ...reading.call } : null,
    tool: role === "tool" ? ToolRun.parse(reading.tool ?? {}) : null,
    contentHint: role === "llm" ? HINT : null,
  };
}

/** What came through OpenTelemetry keeps its own attributes, in their own dialect. */
function readAttributes(row: Row, attributes: Attributes): DialectReading[] {
  if (Object.keys(attributes).length === 0) return [];
  const span = spanOf({ name: asText(row["name"]) ?? "", attributes });
  return [readCommonTags(attributes), ...readDialects(span)];
}

/** An empty object says nothing: the older field may. */
function usageIn(row: Row): unknown {
  const details = asObject(unwrapJson(of(row, "usageDetails")));
  return Object.keys(details).length > 0 ? details : unwrapJson(row["usage"] ?? null);
}

function tagsOf(row: Row, metadata: unknown) {
  const tags = Object.entries(asObject(metadata)).map(([key, value]) => [`metadata.${key}`, value]);
  const known: Row = {
    ...Object.fromEntries(tags),
    "langfuse.environment": row["environment"],
    "session.id": of(row, "sessionId"),
    "user.id": of(row, "userId"),
    "langfuse.observation.prompt.name": of(row, "promptName"),
  };
  return readCommonTags(known as Attributes);
}

/** The outcomes of a score, however it is written. */
export function scoreFact(score: Row, target: OutcomeFact["target"]): OutcomeFact | null {
  const name = asText(firstOf(score["name"], score["key"]));
  if (name === null) return null;
  return outcomeOf(name, firstOf(score["value"], score["score"]) ?? null, target, {
    id: asText(score["id"]),
    at: asText(firstOf(of(score, "updatedAt"), of(score, "timestamp"), of(score, "createdAt"))),
    label: of(score, "stringValue"),
  });
}
