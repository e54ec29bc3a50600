import type { CallRecord } from "@/lib/calls/call";
import { answerForm } from "@/lib/clustering/answer-form";
import { commandWord, isShellTool } from "@/lib/clustering/command-word";
import { messageText } from "@/lib/calls/message-text";
import { toolCallsOf, type ToolCall } from "@/lib/calls/tool-calls";

/** More distinct tools in one answer than these are counted, not named. */
const NAMED_TOOLS = 3;

/**
 * What a call is seen to do, known only after it: `tool: get_user_details`, `bash: sed`, the form
 * of its answer (`answer: json object`), or `error`.
 */
export function actOf(call: Pick<CallRecord, "response" | "error">): string {
  const { response } = call;
  if (response === null) return call.error === null ? "answer: empty" : "error";
  const tools = toolCallsOf(response);
  if (tools.length === 0) {
    const form = answerForm(messageText(response));
    return form === "empty" && call.error !== null ? "error" : `answer: ${form}`;
  }
  return toolsAct(tools);
}

function toolsAct(tools: readonly ToolCall[]): string {
  const commands = tools.map(shellCommand);
  const [first] = tools;
  if (first !== undefined && commands.every((command) => command !== null))
    return `${first.name ?? "bash"}: ${joined(commands)}`;
  return `tool: ${joined(tools.map(({ name }) => name ?? "unnamed"))}`;
}

/** The command word of a call to a shell, null for any other tool. */
function shellCommand(tool: ToolCall): string | null {
  if (tool.name === null || !isShellTool(tool.name)) return null;
  const given = tool.arguments;
  if (typeof given === "string") return commandWord(given);
  if (typeof given !== "object" || given === null) return null;
  const { command, cmd, script } = given as Record<string, unknown>;
  const line = command ?? cmd ?? script;
  if (typeof line === "string") return commandWord(line);
  return Array.isArray(line)
    ? commandWord(line.filter((word) => typeof word === "string").join(" "))
    : null;
}

function joined(names: readonly string[]): string {
  const unique = [...new Set(names)].toSorted();
  const more = unique.length - NAMED_TOOLS;
  return unique.slice(0, NAMED_TOOLS).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
