import { z } from "zod";

const model = z.string().min(1).describe("The model that serves the calls of this route key.");

/** A key that stays where it is: `model` alone. */
const KeptRoute = z.strictObject({ model });

/** A key that goes to a small model, and how to come back from it. */
const SmallModelRoute = z.strictObject({
  model,
  fallback: z.string().min(1).describe("The model to ask when the first one is not sure enough."),
  confidence_threshold: z
    .number()
    .gt(0)
    .max(1)
    .describe("Below this confidence of the first model the fallback is asked."),
});

/** One entry of the routes file. */
export const Route = z.union([SmallModelRoute, KeptRoute]);
export type Route = z.infer<typeof Route>;

/** The routes file, version 1: route keys, verbatim, and what serves them. */
export const RoutesFile = z.strictObject({
  routes: z
    .record(z.string(), Route)
    .describe("By route key: the step type that the instrumentation gives a call."),
});
export type RoutesFile = z.infer<typeof RoutesFile>;

/** The JSON Schema of the routes file, draft 2020-12, as it is published. */
export const routesJsonSchema: Readonly<Record<string, unknown>> = {
  title: "Routes of an agent's calls, version 1",
  description:
    "Which model serves which step of an agent. A route to a small model names a fallback and a confidence threshold; a kept step has a model alone.",
  ...z.toJSONSchema(RoutesFile),
};
