import { z } from "zod";
import type { Message } from "@/lib/calls/call";
import { anthropicMessages, systemMessages } from "@/lib/formats/provider/anthropic-blocks";
import type { Api } from "@/lib/formats/provider/api-of";
import { ChatMessages } from "@/lib/formats/provider/chat-messages";
import { openJson, textOf } from "@/lib/formats/provider/members";
import { itemMessages } from "@/lib/formats/provider/response-items";
import { expected } from "@/lib/formats/reasons";

const text = z.string().nullish().catch(null);

export const ChatRequest = z
  .looseObject({ model: text, messages: ChatMessages, prompt: z.unknown().optional() })
  .transform(({ model, messages, prompt }) => ({
    model,
    messages: messages ?? promptMessages(prompt),
  }));

/** The legacy completions API: one text, or a list of which only a single one is one call. */
function promptMessages(prompt: unknown): Message[] | null {
  const only = Array.isArray(prompt) && prompt.length === 1 ? (prompt[0] as unknown) : prompt;
  const content = textOf(only);
  return content === null ? null : [{ role: "user", content }];
}

const Input = z.union([z.string(), z.array(z.unknown()), z.null()], {
  error: expected("text, a list of items or null"),
});

export const ItemsRequest = z
  .looseObject({ model: text, instructions: z.unknown().optional(), input: Input.optional() })
  .transform(({ model, instructions, input }) => {
    const system = textOf(instructions);
    const items = input === undefined || input === null ? [] : input;
    const said =
      typeof items === "string"
        ? [{ role: "user", content: items }]
        : itemMessages([...(Array.isArray(instructions) ? instructions : []), ...items]);
    const messages = [...(system === null ? [] : [{ role: "system", content: system }]), ...said];
    return { model, messages: messages.length === 0 ? null : messages };
  });

const Turn = z.looseObject(
  {
    role: z.string({ error: expected("text") }),
    content: z
      .union([z.string(), z.array(z.unknown()), z.null()], {
        error: expected("text, a list of blocks or null"),
      })
      .optional(),
  },
  { error: expected("a message") },
);

const System = z
  .union([z.string(), z.array(z.unknown()), z.null()], {
    error: expected("text, a list of blocks or null"),
  })
  .optional();

export const BlocksRequest = z
  .looseObject({
    model: text,
    system: System,
    messages: z.preprocess(
      openJson,
      z.array(Turn, { error: expected("a list of messages or null") }).nullish(),
    ),
  })
  .transform(({ model, system, messages }) => {
    const said = (messages ?? []).flatMap((turn) =>
      anthropicMessages(turn.role, turn.content ?? null),
    );
    const all = [...systemMessages(system), ...said];
    return { model, messages: all.length === 0 ? null : all };
  });

export const requestOf = {
  chat: ChatRequest,
  responses: ItemsRequest,
  anthropic: BlocksRequest,
} satisfies Record<Api, z.ZodType>;
