import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

/** Where a proxy of ours can stand: this machine, or its private networks. */
const nearby = new BlockList();
nearby.addSubnet("127.0.0.0", 8);
nearby.addSubnet("10.0.0.0", 8);
nearby.addSubnet("172.16.0.0", 12);
nearby.addSubnet("192.168.0.0", 16);
nearby.addAddress("::1", "ipv6");
nearby.addSubnet("fc00::", 7, "ipv6");

type Request = Pick<IncomingMessage, "headers"> & {
  socket: { remoteAddress?: string | undefined };
};

/**
 * The address a request comes from. Behind a proxy it is the last one in X-Forwarded-For, the only
 * one that our own proxy wrote; from anywhere else that header is the client's invention.
 */
export function findClientAddress(request: Request, behindProxy: boolean): string {
  const peer = (request.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  if (!behindProxy || !isNearby(peer)) {
    return peer;
  }
  const forwarded = String(request.headers["x-forwarded-for"] ?? "");
  const last = forwarded.split(",").at(-1)?.trim() ?? "";
  return isIP(last) ? last : peer;
}

function isNearby(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && nearby.check(address, family === 6 ? "ipv6" : "ipv4");
}
