declare const workspaceBrand: unique symbol;

/** Proof that somebody may act in a workspace. Only the gate (and the worker) mints one. */
export type WorkspaceId = string & { readonly [workspaceBrand]: true };

/** 16 bytes as a UUID-shaped string: how every row of workspace data is named. */
export type RowId = string;

/**
 * A keyed digest of some parts, as a {@link RowId}. The parts are told apart ("a","bc" is not
 * "ab","c"). The key lies outside the database; the pure code receives the function.
 */
export type KeyedDigest = (...parts: readonly (string | null)[]) => RowId;
