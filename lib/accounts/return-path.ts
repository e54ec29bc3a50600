/** Made-up, so that an address without a host of its own gets this one. */
const HERE = "https://here.invalid";

/**
 * Where a sign-in leads on to: a path of this server, else its front door. An address of another
 * host is never followed, however it is spelt.
 */
export function parseReturnPath(given: unknown): string {
  if (typeof given !== "string" || !given.startsWith("/")) return "/";
  if (!URL.canParse(given, HERE)) return "/";
  const { origin, pathname, search } = new URL(given, HERE);
  return origin === HERE ? `${pathname}${search}` : "/";
}
