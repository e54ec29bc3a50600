import type { OfferedTool } from "@/lib/calls/shown-conversation";

/** The tools of a request's settings: names alone, or definitions as OpenAI and Anthropic write them. */
export function offeredTools(settings: Readonly<Record<string, unknown>>): OfferedTool[] | null {
  const { tools } = settings;
  return Array.isArray(tools) ? tools.map(readTool) : null;
}

function readTool(raw: unknown): OfferedTool {
  if (typeof raw === "string") return { name: raw, description: null, schema: null };
  const outer = asObject(raw);
  const tool = outer["function"] === undefined ? outer : asObject(outer["function"]);
  const schema = tool["parameters"] ?? tool["input_schema"] ?? tool["inputSchema"] ?? null;
  return {
    name: asText(tool["name"]) ?? asText(outer["type"]) ?? "unnamed",
    description: asText(tool["description"]),
    schema: schema === null ? null : JSON.stringify(schema, null, 2),
  };
}

const asText = (value: unknown): string | null =>
  typeof value === "string" && value !== "" ? value : null;

const asObject = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
