"use client";

import { useState } from "react";
import type { MessagePlace } from "@/lib/calls/shown-message";

/** Fetches the whole text of a message; the screen says how. Throws what a person can be told. */
export type ReadWhole = (place: MessagePlace | "settings") => Promise<string>;

type State =
  | { step: "unread" }
  | { step: "reading" }
  | { step: "read"; text: string }
  | { step: "failed"; reason: string };

/** A message's whole text, fetched when it is asked for, and once. */
export function useWholeMessage(place: MessagePlace | "settings", readWhole: ReadWhole) {
  const [state, setState] = useState<State>({ step: "unread" });
  const read = async () => {
    if (state.step === "reading" || state.step === "read") return;
    setState({ step: "reading" });
    try {
      setState({ step: "read", text: await readWhole(place) });
    } catch (error) {
      const reason = error instanceof Error ? error.message : "The server did not answer.";
      setState({ step: "failed", reason });
    }
  };
  return { state, read };
}
