import { isMediaReference, type MediaReference } from "./media-reference";

/** Every image, audio and file that a JSON value refers to, each once, in their order. */
export function mediaIn(value: unknown): MediaReference[] {
  const found = new Map<string, MediaReference>();
  const look = (one: unknown): void => {
    if (typeof one !== "object" || one === null) return;
    if (isMediaReference(one)) found.set(one.digest, found.get(one.digest) ?? one);
    else for (const member of Object.values(one)) look(member);
  };
  look(value);
  return [...found.values()];
}
