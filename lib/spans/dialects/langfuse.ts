import type { Attributes } from "@/lib/otlp/otlp";
import type { Dialect, DialectReading } from "@/lib/spans/span-reading";
import { unwrapJson } from "@/lib/spans/json-text";
import { readObservation } from "@/lib/spans/observation";
import { asText } from "@/lib/spans/plain-values";
import { unflatten } from "@/lib/spans/unflatten";

const PREFIX = "langfuse.observation.";

/** Langfuse's SDKs from version 4 (Python 3) on, which export OTLP. Their token buckets lie apart. */
export const langfuse: Dialect = {
  id: "langfuse",
  speaks: ({ attributes }) => Object.keys(attributes).some((key) => key.startsWith(PREFIX)),
  read(span): DialectReading {
    const { attributes: a } = span;
    const at = (key: string) => a[PREFIX + key];
    return readObservation(
      {
        type: asText(at("type")),
        name: span.name,
        model: asText(at("model.name") ?? at("model")),
        parameters: unwrapJson(at("model.parameters")),
        input: at("input"),
        output: at("output"),
        usage: unwrapJson(at("usage_details")),
        cost: unwrapJson(at("cost_details")),
        metadata: metadataOf(a),
        level: asText(at("level")),
        statusMessage: asText(at("status_message")),
      },
      { input: true, output: true, unlessTotal: true },
    );
  },
};

/** Metadata comes as one attribute per key, or as one JSON text. */
function metadataOf(a: Attributes): unknown {
  const whole = unwrapJson(a[`${PREFIX}metadata`]);
  return whole ?? unflatten(a, `${PREFIX}metadata.`) ?? null;
}
