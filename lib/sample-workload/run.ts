import type { Chance } from "@/lib/sample-workload/chance";
import { answerOf, planOf, summaryOf } from "@/lib/sample-workload/answers";
import { plannerPrompt, prompts } from "@/lib/sample-workload/prompts";
import { Recorder, type SampleMessage, type SampleRecord } from "@/lib/sample-workload/recorder";
import { drawTicket, filled, type Ticket } from "@/lib/sample-workload/ticket";
import { argumentsOf, resultOf } from "@/lib/sample-workload/tool-results";
import { toolSchemas, type ToolName } from "@/lib/sample-workload/tool-schemas";

/** One customer's conversation with the agent, as the calls it made. */
export function sampleRun(id: string, at: Date, chance: Chance): SampleRecord[] {
  const ticket = drawTicket(chance, at);
  const right = chance.yes(ticket.intent.id === "warranty_claim" ? 0.62 : 0.86);
  const recorder = new Recorder(
    {
      trace_id: id,
      environment: chance.yes(0.1) ? "staging" : "production",
      correct: chance.yes(0.06) ? null : right,
    },
    at.getTime(),
    chance,
  );
  const opening = filled(chance.pick(ticket.intent.opening), ticket);
  const message = ticket.upset ? `${opening} ${chance.pick(grumbles)}` : opening;
  understand(recorder, ticket, message, chance);
  const talk: SampleMessage[] = [
    { role: "system", content: plannerPrompt },
    { role: "user", content: message },
  ];
  act(recorder, ticket, talk, pathOf(ticket, right, chance), chance);
  reply(recorder, ticket, talk, chance.pick(ticket.intent.reply), chance);
  if (chance.yes(0.25)) {
    recorder.pass(180_000);
    talk.push({ role: "user", content: filled(chance.pick(ticket.intent.followUp), ticket) });
    act(recorder, ticket, talk, chance.yes(0.4) ? ["search_policy"] : [], chance);
    reply(recorder, ticket, talk, chance.pick(ticket.intent.closing), chance);
  }
  recorder.call({
    step_type: "format_result",
    messages: asked(prompts.format_result, transcriptOf(talk)),
    response: { content: answerOf("format_result", ticket, right, chance) },
  });
  return recorder.records;
}

const grumbles = [
  "This is the second time I am writing about this.",
  "I have been a customer for years and this is disappointing.",
  "Please answer today.",
] as const;

function asked(system: string, user: string): SampleMessage[] {
  return [
    { role: "system", content: system },
    { role: "user", content: user },
  ];
}

function understand(recorder: Recorder, ticket: Ticket, message: string, chance: Chance): void {
  for (const step_type of ["classify_intent", "extract_field"] as const) {
    const right = chance.yes(0.97);
    recorder.call({
      step_type,
      messages: asked(prompts[step_type], message),
      response: { content: answerOf(step_type, seenIn(message, ticket), right, chance) },
      callCorrect: chance.yes(0.4) ? right : null,
    });
  }
}

/** The ticket as far as its message tells it. */
function seenIn(message: string, ticket: Ticket): Ticket {
  const said = (value: string) => (message.includes(value) ? value : "");
  return { ...ticket, email: said(ticket.email), product: said(ticket.product) };
}

/** A run that goes wrong skips a step or looks a thing up twice. */
function pathOf(ticket: Ticket, right: boolean, chance: Chance): ToolName[] {
  const path = [...ticket.intent.path];
  if (right) return path;
  const at = chance.between(0, path.length - 1);
  return chance.yes(0.5) ? path.toSpliced(at, 1) : path.toSpliced(at, 0, "search_policy");
}

function act(
  recorder: Recorder,
  ticket: Ticket,
  talk: SampleMessage[],
  path: readonly ToolName[],
  chance: Chance,
): void {
  const plan = (answer: SampleMessage) => {
    const response = { content: answer.content, tool_calls: answer.tool_calls };
    recorder.call({
      step_type: "plan_next_action",
      messages: [...talk],
      response: answer.tool_calls === undefined ? { content: answer.content } : response,
      tools: toolSchemas,
    });
    talk.push(answer);
  };
  for (const tool of path) {
    const id = `call_${chance.digits(12)}`;
    const call = { name: tool, arguments: JSON.stringify(argumentsOf(tool, ticket)) };
    const tool_calls = [{ id, type: "function" as const, function: call }];
    plan({ role: "assistant", content: planOf(tool, ticket, chance), tool_calls });
    recorder.pass(700);
    const result = resultOf(tool, ticket, chance);
    talk.push({ role: "tool", tool_call_id: id, content: result });
    if (result.length > 240 && chance.yes(0.75))
      recorder.call({
        step_type: "summarize_tool_output",
        messages: asked(
          prompts.summarize_tool_output,
          `Request: ${ticket.intent.id}\nTool: ${tool}\n\n${result}`,
        ),
        response: { content: summaryOf(tool, ticket, chance) },
      });
  }
  plan({ role: "assistant", content: planOf(null, ticket, chance) });
}

function reply(
  recorder: Recorder,
  ticket: Ticket,
  talk: SampleMessage[],
  template: string,
  chance: Chance,
): void {
  const thanks = chance.pick([
    "",
    " Thank you for your patience.",
    " Is there anything else I can do?",
  ]);
  const content = `${filled(template, ticket)}${thanks}\n\nYour Norrland team`;
  recorder.call({
    step_type: "reply_to_customer",
    messages: asked(prompts.reply_to_customer, transcriptOf(talk)),
    response: { content },
  });
  talk.push({ role: "assistant", content });
}

/** The conversation as text, without the planner's policy. */
function transcriptOf(talk: readonly SampleMessage[]): string {
  return talk
    .slice(1)
    .map(({ role, content, tool_calls }) => {
      const calls = (tool_calls ?? []).map(({ function: { name } }) => `[${name}]`).join(" ");
      return `${role}: ${[content ?? "", calls].filter(Boolean).join(" ")}`;
    })
    .join("\n");
}
