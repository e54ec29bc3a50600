import type { Found, Rule } from "@/lib/curation/redact/rule";

/** Loopback, unspecified, broadcast, link masks and the ranges kept for documentation name nobody. */
const NOBODY_V4 = /^(?:127\.|0\.|255\.|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.)|^\d+\.0\.0\.0$/u;
const NOBODY_V6 = /^(?:::1?$|2001:0?db8:|::ffff:127\.)/iu;

/** A version, by what stands in front of it on its line. */
const VERSION_BEFORE =
  /(?:\b(?:v|ver|version|versions|release|rev|build|upgrade|Chrome|Safari|Firefox|Edg|Mozilla)[ \t\u00a0\u202f:=/]{0,2}"?|[A-Za-z][\w.]*[-@/]|[=<>~!]=[ \t]?|[\^~][ \t]?|\bsection[ \t\u00a0\u202f]|§[ \t\u00a0\u202f]?)$/iu;
const VERSION_BEHIND = /^(?:[-+.]?(?:rc|alpha|beta|dev|post|snapshot|final|[ab]\d)\b|\.\d)/iu;

/** Where machines are reached. */
export const addresses: readonly Rule[] = [
  {
    id: "ip_v4",
    family: "network",
    catches: "IPv4 addresses, but for loopback, documentation ranges and version numbers",
    near: "digits",
    pattern:
      /(?:(?<![A-Za-z0-9_.])|(?<=\\[nrtbf]))\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![A-Za-z0-9_])/gu,
    accept: isIpV4,
  },
  {
    id: "ip_v6",
    family: "network",
    catches: "IPv6 addresses, but for loopback and documentation ranges",
    near: "colons",
    pattern:
      /(?:(?<![A-Za-z0-9_:.])|(?<=\\[nrtbf]))(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![A-Za-z0-9_:])/giu,
    accept: isIpV6,
    same: (value) => value.toLowerCase(),
  },
];

function isIpV4({ value, before, after }: Found): boolean {
  const parts = value.split(".");
  if (parts.some((part) => Number(part) > 255 || (part.length > 1 && part.startsWith("0"))))
    return false;
  // a path of numbers, as in SVG: 1.5 3.5.7.7 1.3 and -9.546-2.95.6.6
  if (/\.\d+ $/u.test(before) && /^ -?\d*\.\d/u.test(after)) return false;
  if (/\d-$/u.test(before) && !/(?:\d+\.){3}\d+-$/u.test(before)) return false;
  return (
    !NOBODY_V4.test(value) && !VERSION_BEFORE.test(before.slice(-20)) && !VERSION_BEHIND.test(after)
  );
}

/** Eight groups, or a gap and enough of an address that it is no time, no C++ name and no word. */
function isIpV6({ value }: Found): boolean {
  if (NOBODY_V6.test(value) || !/\d/u.test(value)) return false;
  const groups = value.split(":");
  if (!value.includes("::")) return groups.length === 8 && groups.every((group) => group !== "");
  if (value.indexOf("::") !== value.lastIndexOf("::") || value.includes(":::")) return false;
  const written = groups.filter((group) => group !== "");
  return (
    written.length >= 2 &&
    (written.length > 3 || /^(?:[23][0-9a-f]{3}|f[cdef][0-9a-f]{2}|64)$/iu.test(written[0] ?? ""))
  );
}
