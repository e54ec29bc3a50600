/** What an API key may: send traces and labels made elsewhere, read what is stored, or both. */
export const KEY_SCOPES = ["ingest", "read", "both"] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/** What an address of the API needs of a key. */
export type NeededScope = Exclude<KeyScope, "both">;

export const SCOPE_WORDS: Readonly<Record<KeyScope, string>> = {
  ingest: "send traces",
  read: "read",
  both: "send traces and read",
};

export const allows = (scope: KeyScope, needed: NeededScope): boolean =>
  scope === "both" || scope === needed;

/** Why a key is refused that is known and of another scope. */
export const wrongScope = (scope: KeyScope, needed: NeededScope): string =>
  `This address needs an API key of the scope "${needed}" or "both"; this key has the scope "${scope}". An admin makes keys in the workspace's settings.`;
