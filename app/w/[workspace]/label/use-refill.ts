"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type LabelItem, QueueAnswer } from "@/lib/labelling/label-item";
import type { Session } from "@/lib/labelling/session";
import { FETCHED_ITEMS, isDone, refillFrom } from "@/lib/labelling/session-queue";
import { requestJson } from "./request-json";

/** After a failure the queue is asked again after so many milliseconds. */
const RETRY_MS = 4_000;

/**
 * Keeps items ahead in memory: asks for more when few are left, and once more from the start when
 * all is done and sent, for items that an undo elsewhere opened again.
 *
 * @returns why the last try failed, or null
 */
export function useRefill(given: {
  url: string;
  session: Session<LabelItem>;
  isSent: boolean;
  receive: (answer: QueueAnswer) => void;
}): { problem: string | null; retry: () => void } {
  const { url, session, isSent, receive } = given;
  const [problem, setProblem] = useState<string | null>(null);
  const asking = useRef(false);
  const closedAt = useRef<number | null>(null);
  const isClosing = isSent && isDone(session);
  const after = isClosing ? 0 : refillFrom(session);
  const count = session.entries.length;
  const ask = useCallback(() => {
    if (after === null || asking.current) return;
    if (isClosing && closedAt.current === count) return;
    if (isClosing) closedAt.current = count;
    asking.current = true;
    const query = new URLSearchParams({ after: String(after), limit: String(FETCHED_ITEMS) });
    requestJson(`${url}&${query}`)
      .then((answer) => {
        asking.current = false;
        setProblem(null);
        receive(QueueAnswer.parse(answer));
      })
      .catch((error: unknown) => {
        asking.current = false;
        if (isClosing) closedAt.current = null;
        setProblem(error instanceof Error ? error.message : "The server does not answer.");
      });
  }, [url, after, isClosing, count, receive]);
  useEffect(ask, [ask]);
  useEffect(() => {
    if (problem === null) return;
    const timer = setInterval(ask, RETRY_MS);
    window.addEventListener("online", ask);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", ask);
    };
  }, [problem, ask]);
  return { problem, retry: ask };
}
