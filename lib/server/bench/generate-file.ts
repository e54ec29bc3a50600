import { open } from "node:fs/promises";
import { seededRandom } from "@/lib/statistics/random";

/** Agent loops whose every call quotes all before it, or calls that share nothing at all. */
export type Shape = "full-prefix" | "uniq";

const CALLS = { fewest: 20, most: 40 };
const START = Date.UTC(2026, 0, 1);
const STEPS = ["plan", "search", "read", "edit", "answer"];
const NAMES = ["search_files", "read_file", "edit_file", "run_tests", "list_orders"];

/** Makes text and numbers that depend on the seed alone. */
export function writer(seed: string) {
  const random = seededRandom(seed);
  const between = (from: number, to: number) => from + Math.floor(random() * (to - from));
  const letters = "etaoinshrdlucmfwypvbgk";
  const word = () =>
    Array.from({ length: between(2, 10) }, () => letters[between(0, letters.length)]).join("");
  const vocabulary = Array.from({ length: 4_000 }, word);
  const text = (length: number) => {
    let written = "";
    while (written.length < length) {
      // as in prose: few words make up most of it
      written += `${vocabulary[Math.floor(random() ** 3 * vocabulary.length)]} `;
      if (random() < 0.06) written += "\n";
      if (random() < 0.04) written += `${between(0, 100_000)} `;
    }
    return written;
  };
  return { between, text };
}

export type Writer = ReturnType<typeof writer>;

const tools = ({ text }: Writer) =>
  NAMES.map((name) => ({
    type: "function",
    function: {
      name,
      description: text(300),
      parameters: { type: "object", properties: { path: { type: "string" } } },
    },
  }));

function* fullPrefix(by: Writer): Generator<string> {
  const system = { role: "system", content: by.text(2_500) };
  const offered = tools(by);
  for (let trace = 0; ; trace += 1) {
    const messages: object[] = [system, { role: "user", content: by.text(by.between(100, 900)) }];
    const calls = by.between(CALLS.fewest, CALLS.most);
    for (let turn = 0; turn < calls; turn += 1) {
      const name = NAMES[by.between(0, NAMES.length)];
      const id = `call_${trace}_${turn}`;
      const given = JSON.stringify({ path: by.text(40), query: by.text(60) });
      const response = {
        role: "assistant",
        content: by.text(by.between(40, 400)),
        tool_calls: [{ id, type: "function", function: { name, arguments: given } }],
      };
      yield record({ trace, turn, messages, response, tools: offered });
      const result = by.text(by.between(200, 2_500));
      messages.push(response, { role: "tool", tool_call_id: id, content: result });
    }
  }
}

function* unique(by: Writer): Generator<string> {
  for (let trace = 0; ; trace += 1) {
    const messages = ["system", "user", "assistant", "user"].map((role) => ({
      role,
      content: by.text(by.between(400, 2_200)),
    }));
    const response = { role: "assistant", content: by.text(by.between(200, 900)) };
    yield record({ trace, turn: 0, messages, response });
  }
}

type Call = { trace: number; turn: number; messages: object[]; response: object; tools?: object[] };

function record({ trace, turn, messages, ...rest }: Call): string {
  return JSON.stringify({
    trace_id: `trace-${trace}`,
    span_id: `span-${trace}-${turn}`,
    agent: "bench",
    step_type: STEPS[turn % STEPS.length],
    provider: "openai",
    model: "gpt-4.1",
    messages,
    ...rest,
    input_tokens: 400 * (turn + 1),
    output_tokens: 80,
    started_at: new Date(START + trace * 60_000 + turn * 1_500).toISOString(),
    latency_ms: 1_200,
    correct: trace % 3 !== 0,
  });
}

/** The lines of such a file, without end; the same for the same seed. */
export const generateLines = (shape: Shape, seed = "bench"): Generator<string> =>
  shape === "uniq" ? unique(writer(seed)) : fullPrefix(writer(seed));

/** Writes a file of about so many million bytes; answers how many lines it has. */
export async function writeFile(path: string, shape: Shape, megabytes: number): Promise<number> {
  const file = await open(path, "w");
  try {
    let [lines, left, block] = [0, megabytes * 1e6, ""];
    for (const line of generateLines(shape)) {
      block += `${line}\n`;
      lines += 1;
      left -= line.length + 1;
      if (left > 0 && block.length < 1_000_000) continue;
      await file.write(block);
      block = "";
      if (left <= 0) break;
    }
    return lines;
  } finally {
    await file.close();
  }
}
