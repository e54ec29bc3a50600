const [QUOTE, BACKSLASH, COMMA] = [34, 92, 44];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125];

const KEY = /(?<!\\)"messages"\s*:\s*\[/gu;

/**
 * Where the first list called `messages` begins in the text of a record, behind its bracket; −1
 * when there is none. An unescaped quote, the name, a quote and a colon are a member's name
 * wherever they stand in JSON: inside a text the quotes would be escaped.
 */
export function findMessages(text: string): number {
  KEY.lastIndex = 0;
  return KEY.exec(text) === null ? -1 : KEY.lastIndex;
}

/** Where each member of a list ends, from the first one that begins at `from`. For valid JSON. */
export function endsOfMembers(text: string, from: number): number[] {
  const ends: number[] = [];
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === OPEN_OBJECT || code === OPEN_LIST) depth += 1;
    else if (code === COMMA && depth === 0) ends.push(at);
    else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
      if (depth > 0) depth -= 1;
      else {
        if (text.slice(ends.at(-1) ?? from, at).trim() !== "") ends.push(at);
        return ends;
      }
    }
  }
  return ends;
}

/** The closing quote of the string that opens here. */
function endOfString(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let before = at - 1;
    while (text.charCodeAt(before) === BACKSLASH) before -= 1;
    if ((at - before) % 2 === 1) return at;
  }
  return text.length;
}
