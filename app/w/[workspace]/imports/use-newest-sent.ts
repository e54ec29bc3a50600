import { useEffect, useState } from "react";
import { z } from "zod";
import { Receipt } from "@/lib/imports/receipt";

const LOOK_EVERY_MS = 4000;
const Answer = z.object({ receipt: Receipt.nullable() });

export type Watched = { state: "looking" | "lost" | "seen"; receipt: Receipt | null };
const LOOKING: Watched = { state: "looking", receipt: null };

/**
 * Watches what programs send: the newest import of a key, or of any. Looks only while the page can
 * be seen.
 */
export function useNewestSent(slug: string, keyId: string | null, isOn: boolean): Watched {
  const [watched, setWatched] = useState<Watched & { keyId: string | null }>(() => ({
    ...LOOKING,
    keyId,
  }));
  useEffect(() => {
    if (!isOn) return undefined;
    let isOver = false;
    let isLooking = false;
    const look = async () => {
      if (isLooking || document.visibilityState !== "visible") return;
      isLooking = true;
      const receipt = await fetchNewest(slug, keyId);
      isLooking = false;
      if (isOver) return;
      setWatched((now) =>
        receipt === undefined
          ? { ...(now.keyId === keyId ? now : LOOKING), keyId, state: "lost" }
          : { keyId, state: "seen", receipt },
      );
    };
    void look();
    const timer = window.setInterval(look, LOOK_EVERY_MS);
    document.addEventListener("visibilitychange", look);
    return () => {
      isOver = true;
      window.clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [slug, keyId, isOn]);
  // what was seen of another key says nothing of this one
  return watched.keyId === keyId ? watched : LOOKING;
}

/** Undefined when no answer came. */
async function fetchNewest(slug: string, keyId: string | null) {
  const query = keyId === null ? "" : `?key=${keyId}`;
  const answer = await fetch(`/w/${slug}/imports/newest${query}`).catch(() => null);
  if (!answer?.ok) return undefined;
  const parsed = Answer.safeParse(await answer.json());
  return parsed.success ? parsed.data.receipt : undefined;
}
