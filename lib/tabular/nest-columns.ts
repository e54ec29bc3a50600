type Tree = Map<string, unknown>;

/** A name of more parts is kept whole. */
const MOST_PARTS = 16;

/**
 * Members by the names of columns, `a.b` inside `a`. Where `a` itself is a column, or a part of
 * the name is empty, the name stays as it is.
 */
export function nestColumns(
  members: readonly (readonly [string, unknown])[],
): Record<string, unknown> {
  const root: Tree = new Map();
  for (const [name, value] of members) if (!name.includes(".")) root.set(name, value);
  for (const [name, value] of members) if (name.includes(".")) place(root, name, value);
  return plain(root);
}

function place(root: Tree, name: string, value: unknown): void {
  const path = name.split(".");
  if (path.length > MOST_PARTS || path.includes("")) {
    root.set(name, value);
    return;
  }
  const last = path.pop() ?? "";
  let tree = root;
  for (const part of path) {
    const inner = tree.get(part) ?? new Map();
    if (!(inner instanceof Map)) {
      root.set(name, value);
      return;
    }
    tree.set(part, inner);
    tree = inner;
  }
  if (tree.get(last) instanceof Map) root.set(name, value);
  else tree.set(last, value);
}

function plain(tree: Tree): Record<string, unknown> {
  const members = [...tree].map(
    ([key, value]) => [key, value instanceof Map ? plain(value) : value] as const,
  );
  return Object.fromEntries(members);
}
