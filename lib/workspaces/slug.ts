/** Names that would hide a page of the product. */
const RESERVED = new Set(["new", "api"]);

/**
 * A workspace's name as it stands in an address: lower case, ASCII letters and digits,
 * hyphens between words. `attempt` tells names apart that would be the same.
 */
export function slugOf(name: string, attempt = 1): string {
  const words = name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .match(/[a-z0-9]+/g);
  const base = (words ?? []).join("-").slice(0, 48).replace(/-+$/, "") || "workspace";
  return attempt === 1 && !RESERVED.has(base) ? base : `${base}-${Math.max(attempt, 2)}`;
}
