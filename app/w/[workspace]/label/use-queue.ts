"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type LabelItem, QueueAnswer, type QueueRequest } from "@/lib/labelling/label-item";
import { HEARTBEAT_MS } from "@/lib/labelling/lease";
import { openEntries, type Session } from "@/lib/labelling/session";
import { FETCHED_ITEMS, isDone, wantedItems } from "@/lib/labelling/session-queue";
import { requestJson } from "./request-json";

/** After a failure, or when others were quicker, the queue is asked again after so many milliseconds. */
const RETRY_MS = 4_000;

/**
 * Keeps items ahead in memory and held for this person: asks for more when few are left, renews the
 * leases while the page lives, and asks once more when all is done and sent, for items that came
 * free again.
 *
 * @returns why the last try failed, or null
 */
export function useQueue(given: {
  url: string;
  view: Pick<QueueRequest, "draw" | "order">;
  session: Session<LabelItem>;
  /** Items whose labels have not been acknowledged. */
  unsent: readonly string[];
  receive: (answer: QueueAnswer) => void;
}): { problem: string | null; retry: () => void } {
  const { url, session, unsent, receive } = given;
  const { draw, order } = given.view;
  const [problem, setProblem] = useState<string | null>(null);
  /** Rises with each answer; `came` says whether it brought what was asked for. */
  const [answers, setAnswers] = useState({ count: 0, came: true });
  const asking = useRef(false);
  const closedAt = useRef<number | null>(null);
  const latest = useRef({ session, unsent });
  useEffect(() => {
    latest.current = { session, unsent };
  });
  const ask = useCallback(
    (want: number) => {
      if (asking.current) return;
      asking.current = true;
      const { session: now, unsent: sending } = latest.current;
      const known = [...openEntries(now).map((entry) => entry.item.itemId), ...sending];
      const request: QueueRequest = { draw, order, want, known };
      let came = false;
      requestJson(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(request),
      })
        .then((answer) => {
          const parsed = QueueAnswer.parse(answer);
          came = parsed.queue.length > 0 || parsed.atEnd;
          setProblem(null);
          receive(parsed);
        })
        .catch((error: unknown) => {
          closedAt.current = null;
          setProblem(error instanceof Error ? error.message : "The server does not answer.");
        })
        .finally(() => {
          asking.current = false;
          setAnswers(({ count }) => ({ count: count + 1, came }));
        });
    },
    [url, draw, order, receive],
  );
  const want = wantedItems(session);
  const count = session.entries.length;
  const isStuck = problem !== null || !answers.came;
  useEffect(() => {
    if (want > 0 && problem === null && answers.came) ask(want);
  }, [answers, problem, want, ask]);
  const isClosing = isDone(session) && unsent.length === 0;
  useEffect(() => {
    if (!isClosing || closedAt.current === count) return;
    closedAt.current = count;
    ask(FETCHED_ITEMS);
  }, [isClosing, count, ask]);
  const renew = useCallback(() => {
    const now = latest.current.session;
    ask(isDone(now) ? FETCHED_ITEMS : wantedItems(now));
  }, [ask]);
  useEffect(() => {
    const timer = setInterval(renew, isStuck ? RETRY_MS : HEARTBEAT_MS);
    const onShow = () => {
      if (document.visibilityState === "visible") renew();
    };
    window.addEventListener("online", renew);
    document.addEventListener("visibilitychange", onShow);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", renew);
      document.removeEventListener("visibilitychange", onShow);
    };
  }, [isStuck, renew]);
  return { problem, retry: renew };
}
