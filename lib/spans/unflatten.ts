import type { Attributes } from "@/lib/otlp/otlp";

/** No dialect nests deeper. */
const MAX_STEPS = 32;

type Node = Map<string, unknown>;

/**
 * What flattened attributes below a prefix spell out: `llm.tools.0.name` below `llm.tools.` is
 * `[{name}]`. Members with numbers for keys are lists, in order of the numbers. Undefined when
 * nothing lies below the prefix.
 */
export function unflatten(attributes: Attributes, prefix: string): unknown {
  const root: Node = new Map();
  for (const [key, value] of Object.entries(attributes)) {
    if (!key.startsWith(prefix) || key.length === prefix.length) continue;
    const path = key.slice(prefix.length).split(".", MAX_STEPS + 1);
    if (path.length <= MAX_STEPS) place(root, path, value);
  }
  return root.size === 0 ? undefined : plain(root);
}

function place(root: Node, path: readonly string[], value: unknown): void {
  let node = root;
  for (const step of path.slice(0, -1)) {
    const inner = node.get(step);
    const next: Node = inner instanceof Map ? (inner as Node) : new Map();
    node.set(step, next);
    node = next;
  }
  const last = path.at(-1) ?? "";
  if (!(node.get(last) instanceof Map)) node.set(last, value);
}

function plain(value: unknown): unknown {
  if (!(value instanceof Map)) return value;
  const members = [...(value as Node)].map(([key, inner]) => [key, plain(inner)] as const);
  if (!members.every(([key]) => /^\d{1,9}$/u.test(key))) return Object.fromEntries(members);
  return members.toSorted(([a], [b]) => Number(a) - Number(b)).map(([, inner]) => inner);
}
