import { langfuseExportFormat } from "@/lib/formats/langfuse-export/langfuse-export-format";
import { langfuseIngestionFormat } from "@/lib/formats/langfuse-ingestion/langfuse-ingestion-format";
import { langsmithFormat } from "@/lib/formats/langsmith/langsmith-format";
import { otlpJsonFormat } from "@/lib/formats/otlp-json/otlp-json-format";
import { phoenixFormat } from "@/lib/formats/phoenix/phoenix-format";
import type { SpanFormat } from "@/lib/spans/span-format";

/** Every span-shaped format that is read, the more telling ones first. */
export const spanFormats: readonly SpanFormat[] = [
  otlpJsonFormat,
  langfuseIngestionFormat,
  langsmithFormat,
  langfuseExportFormat,
  phoenixFormat,
];
