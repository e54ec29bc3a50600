export type AnswerForm =
  | "empty"
  | "json object"
  | "json array"
  | "code"
  | "one word"
  | "short text"
  | "long text";

/** Up to this many characters an answer is short. */
const SHORT = 200;
const FENCED = /^```(\w*)[^\n]*\n([\s\S]*?)\n?```$/u;

/** The form of an answer without tool calls. A fenced block that is the whole answer counts as its content. */
export function answerForm(text: string): AnswerForm {
  const trimmed = text.trim();
  if (trimmed === "") return "empty";
  const fence = FENCED.exec(trimmed);
  const body = (fence?.[2] ?? trimmed).trim();
  const json = jsonForm(body);
  if (json !== null) return json;
  if (fence !== null || fencedShare(trimmed) > 0.5) return "code";
  if (!/\s/u.test(trimmed) && trimmed.length <= 40) return "one word";
  return trimmed.length <= SHORT ? "short text" : "long text";
}

function jsonForm(body: string): AnswerForm | null {
  const first = body[0];
  if (first !== "{" && first !== "[") return null;
  try {
    JSON.parse(body);
  } catch {
    return null;
  }
  return first === "{" ? "json object" : "json array";
}

/** How much of a text lies inside fenced code blocks, 0 to 1. */
function fencedShare(text: string): number {
  const blocks = text.match(/```[\s\S]*?```/gu) ?? [];
  return blocks.reduce((sum, block) => sum + block.length, 0) / text.length;
}
