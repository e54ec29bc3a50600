const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/uy;
const WORDS = ["true", "false", "null"];

/**
 * Where a text stops being JSON: the index of the first character that cannot stand there, the
 * text's length if it only ends too early, −1 if it is JSON. The engine's own messages name no
 * position in some cases and differ between versions.
 */
export function findJsonError(text: string): number {
  const stack: string[] = [];
  let expects: "value" | "value or ]" | "key" | "key or }" | ":" | ", or end" = "value";
  let at = 0;
  for (;;) {
    at = skipSpace(text, at);
    const char = text[at];
    if (char === undefined) return stack.length === 0 && expects === ", or end" ? -1 : text.length;
    if (expects === ":") {
      if (char !== ":") return at;
      expects = "value";
      at++;
    } else if (expects === ", or end") {
      const open = stack.at(-1);
      if (open === undefined) return at;
      if (char === ",") expects = open === "{" ? "key" : "value";
      else if (char === (open === "{" ? "}" : "]")) stack.pop();
      else return at;
      at++;
    } else if (char === "}" || char === "]") {
      if (expects !== (char === "}" ? "key or }" : "value or ]")) return at;
      stack.pop();
      expects = ", or end";
      at++;
    } else if (expects.startsWith("value") && (char === "{" || char === "[")) {
      stack.push(char);
      expects = char === "{" ? "key or }" : "value or ]";
      at++;
    } else {
      const isKey = expects.startsWith("key");
      const scanned = isKey && char !== '"' ? { error: at } : scanScalar(text, at);
      if ("error" in scanned) return scanned.error;
      at = scanned.end;
      expects = isKey ? ":" : ", or end";
    }
  }
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (" \n\r\t".includes(text[at] ?? "x")) at++;
  return at;
}

type Scanned = { end: number } | { error: number };

function scanScalar(text: string, from: number): Scanned {
  if (text[from] === '"') return scanString(text, from);
  const word = WORDS.find((known) => known[0] === text[from]);
  if (word !== undefined) {
    let same = 1;
    while (same < word.length && text[from + same] === word[same]) same++;
    return same === word.length ? { end: from + same } : { error: from + same };
  }
  NUMBER.lastIndex = from;
  if (!NUMBER.test(text)) return { error: text[from] === "-" ? from + 1 : from };
  const end = NUMBER.lastIndex;
  const unfinished = /^(?:\.|[eE][+-]?)$/u.test(text.slice(end));
  return unfinished ? { error: text.length } : { end };
}

function scanString(text: string, from: number): Scanned {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) return { end: at + 1 };
    if (code < 32) return { error: at };
    if (code !== 92) continue;
    const escape = /^(?:["\\/bfnrt]|u[\da-fA-F]{4})/u.exec(text.slice(at + 1, at + 6));
    if (escape === null) return { error: at + 6 >= text.length ? text.length : at };
    at += escape[0].length;
  }
  return { error: text.length };
}
