import { expect, test } from "vitest";
import { findClientAddress } from "@/lib/server/start/client-address";

const request = (remoteAddress: string, forwarded?: string) => ({
  headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
  socket: { remoteAddress },
});

test.each([
  ["without a proxy the header is ignored", "203.0.113.9", "198.51.100.1", false, "203.0.113.9"],
  [
    "the last address is our proxy's word",
    "127.0.0.1",
    "1.1.1.1, 198.51.100.1",
    true,
    "198.51.100.1",
  ],
  ["a stranger's header is ignored", "203.0.113.9", "198.51.100.1", true, "203.0.113.9"],
  ["a proxy without the header is itself the client", "10.0.0.2", undefined, true, "10.0.0.2"],
  ["a mapped IPv4 address is written as IPv4", "::ffff:10.0.0.2", "junk", true, "10.0.0.2"],
])("%s", (_title, peer, forwarded, behindProxy, expected) => {
  expect(findClientAddress(request(peer, forwarded), behindProxy)).toBe(expected);
});
