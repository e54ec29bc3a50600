/**
 * How well a text fits what was typed: higher is better, null is not at all. Each word typed must
 * be found: best as the beginning of a word, else within one, else with its letters in order.
 */
export function fuzzyScore(typed: string, text: string): number | null {
  const wanted = typed.toLowerCase().split(/\s+/u).filter(Boolean);
  const found = wanted.map((word) => wordScore(word, text.toLowerCase()));
  if (found.some((score) => score === null)) return null;
  const sum = found.reduce<number>((total, score) => total + (score ?? 0), 0);
  // of two that fit alike the shorter one says it more exactly
  return sum - text.length / 1000;
}

function wordScore(word: string, text: string): number | null {
  const at = text.indexOf(word);
  if (at === 0) return 4;
  if (at > 0) return beginsWord(word, text) ? 3 : 2;
  return hasInOrder(word, text) ? 1 : null;
}

/** Whether a word of the text begins with it; words are parted by whatever is no letter or digit. */
const beginsWord = (word: string, text: string): boolean =>
  text.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word));

function hasInOrder(word: string, text: string): boolean {
  let from = 0;
  for (const letter of word) {
    const at = text.indexOf(letter, from);
    if (at < 0) return false;
    from = at + letter.length;
  }
  return true;
}
