/** Keeps both ends of a long id: `0af765…31c80c`. Never splits a character. */
export function truncateMiddle(id: string, keep = 6): string {
  const characters = [...id];
  if (characters.length <= 2 * keep + 1) return id;
  return `${characters.slice(0, keep).join("")}…${characters.slice(-keep).join("")}`;
}
