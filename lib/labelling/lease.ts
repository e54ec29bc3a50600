/** A slot is held for so long after its page last spoke. */
export const LEASE_MS = 15 * 60_000;

/** A page that lives renews its leases this often: a lost try or two does no harm. */
export const HEARTBEAT_MS = 4 * 60_000;

/** At most so many slots of a draw are held by one rater at a time. */
export const MOST_HELD = 40;

/** In which order a reviewer gets items: at random, or one cluster after the other, which is faster. */
export const QUEUE_ORDERS = ["random", "cluster"] as const;
export type QueueOrder = (typeof QUEUE_ORDERS)[number];

/** When a lease that begins now ends, as an ISO instant. */
export const leaseEnd = (now: Date): string => new Date(now.getTime() + LEASE_MS).toISOString();
