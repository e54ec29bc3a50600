/** What may stand in YAML as it is: printable ASCII, and letters, digits, marks and signs of any script. */
const PLAIN = /^(?:[\x20-\x7e]|[\p{L}\p{N}\p{P}\p{S}\p{M}])$/u;

/**
 * A string in double quotes, on one line, that YAML 1.1 and 1.2 read alike: `no` stays a string, and
 * line breaks, control and invisible characters become escapes.
 */
export function quoteYaml(text: string): string {
  let quoted = "";
  for (const character of text) {
    if (character === '"' || character === "\\") quoted += `\\${character}`;
    else if (PLAIN.test(character)) quoted += character;
    else quoted += escapeCharacter(character);
  }
  return `"${quoted}"`;
}

/** YAML refuses an unmarked key of more than 1,024 characters on one line. */
const LONGEST_KEY = 1000;

/** Whether a route key can be written as the key of a map, on one line. */
export const isWritableKey = (routeKey: string): boolean =>
  quoteYaml(routeKey).length <= LONGEST_KEY;

/**
 * Text that cannot leave its comment: any space is a plain one, and whatever could break the line or
 * hide itself is shown as an escape.
 */
export function commentText(text: string): string {
  let safe = "";
  for (const character of text) {
    if (PLAIN.test(character)) safe += character;
    else safe += /\p{Zs}/u.test(character) ? " " : escapeCharacter(character);
  }
  return safe.trim();
}

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff
    ? `\\U${code.toString(16).padStart(8, "0")}`
    : `\\u${code.toString(16).padStart(4, "0")}`;
}
