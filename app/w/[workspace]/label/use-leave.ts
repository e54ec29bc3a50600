"use client";

import { useEffect, useRef } from "react";
import { requestJson } from "./request-json";

/** Another screen of the same draw may follow at once: so long nothing is given back. */
const GRACE_MS = 1_500;

const leaving = new Map<string, ReturnType<typeof setTimeout>>();

/**
 * Gives back what this person holds and has not labelled when they leave: at once when the page goes,
 * a moment later when they walk on to another page of Assay.
 *
 * @param listUnsent items whose labels are on their way
 * @returns `release`, for giving back at once and staying in Assay; it throws what a person can read
 */
export function useLeave(
  url: string,
  draw: number,
  listUnsent: () => readonly string[],
): { release: () => Promise<void> } {
  const unsent = useRef(listUnsent);
  useEffect(() => {
    unsent.current = listUnsent;
  });
  useEffect(() => {
    const name = `${url} ${draw}`;
    clearTimeout(leaving.get(name));
    const release = () => {
      const body = JSON.stringify({ draw, keep: unsent.current() });
      // a beacon goes out even when the page is no more
      navigator.sendBeacon(url, new Blob([body], { type: "application/json" }));
    };
    window.addEventListener("pagehide", release);
    return () => {
      window.removeEventListener("pagehide", release);
      leaving.set(name, setTimeout(release, GRACE_MS));
    };
  }, [url, draw]);
  const release = async () => {
    const body = JSON.stringify({ draw, keep: unsent.current() });
    const headers = { "content-type": "application/json" };
    await requestJson(url, { method: "POST", headers, body });
  };
  return { release };
}
