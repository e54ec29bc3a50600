import { z } from "zod";
import type { Message } from "@/lib/calls/call";
import { ForeignMessage } from "@/lib/formats/messages";
import { anthropicMessages } from "@/lib/formats/provider/anthropic-blocks";
import type { Api } from "@/lib/formats/provider/api-of";
import { chatMessage } from "@/lib/formats/provider/chat-messages";
import { Usage } from "@/lib/formats/provider/usage";
import { itemMessages } from "@/lib/formats/provider/response-items";
import { expected } from "@/lib/formats/reasons";

const text = z.string().nullish().catch(null);

/** What is read of an answer beside its message. */
const common = { id: text, model: text, usage: Usage };

const list = z.array(z.unknown(), { error: expected("a list") }).nullish();

const AnswerMessage = z.preprocess(
  (value) =>
    typeof value === "object" && value !== null ? { role: "assistant", ...value } : value,
  ForeignMessage.nullish(),
);

const Choice = z.looseObject(
  { message: AnswerMessage, text: z.string().nullish() },
  { error: expected("an object") },
);

export const ChatAnswer = z
  .looseObject({
    ...common,
    created: z.unknown().optional(),
    choices: z.array(Choice, { error: expected("a list") }).nullish(),
    message: AnswerMessage.catch(null),
  })
  .transform((answer) => {
    const [first] = answer.choices ?? [];
    const plain = first?.text ? { role: "assistant", content: first.text } : null;
    const message = first?.message ?? plain ?? answer.message ?? null;
    const extra = (answer.choices?.length ?? 0) > 1;
    return {
      ...answer,
      created: answer.created,
      message: message && chatMessage(message),
      notes: extra ? ["an answer has several choices: the first is read"] : [],
    };
  });

export const ItemsAnswer = z.looseObject({ ...common, output: list }).transform((answer) => ({
  ...answer,
  created: answer["created_at"],
  message: itemMessages(answer.output ?? []).findLast(isAnswer) ?? null,
  notes: [] as string[],
}));

const content = z.union([z.string(), z.array(z.unknown()), z.null()], {
  error: expected("text, a list of blocks or null"),
});

export const BlocksAnswer = z
  .looseObject({ ...common, content: content.optional() })
  .transform((answer) => ({
    ...answer,
    created: null as unknown,
    message: answered(anthropicMessages("assistant", answer.content ?? null)),
    notes: [] as string[],
  }));

export type Answer = z.infer<typeof ChatAnswer | typeof ItemsAnswer | typeof BlocksAnswer>;

export const answerOf = {
  chat: ChatAnswer,
  responses: ItemsAnswer,
  anthropic: BlocksAnswer,
} satisfies Record<Api, z.ZodType>;

const isAnswer = ({ role }: Message): boolean => role === "assistant";

/** An answer without any content is none. */
function answered(messages: readonly Message[]): Message | null {
  const last = messages.at(-1) ?? null;
  const isBare = last !== null && last.content === null && Object.keys(last).length === 2;
  return isBare ? null : last;
}
