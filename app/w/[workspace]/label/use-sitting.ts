"use client";

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Codebook } from "@/lib/labelling/codebook";
import type { LabelItem, QueueAnswer, QueueCounts } from "@/lib/labelling/label-item";
import type { QueueOrder } from "@/lib/labelling/lease";
import type { OutboxEntry } from "@/lib/labelling/outbox";
import { correctOwn, goTo, move, pause, type Session } from "@/lib/labelling/session";
import {
  decide,
  saveDraft,
  type Step,
  toggleAlike,
  toggleReason,
  turnRubric,
  undo,
  writeNote,
} from "@/lib/labelling/session-words";
import { openSession, type QueueItem, receiveItems, skipItem } from "@/lib/labelling/session-queue";
import type { Verdict } from "@/lib/labelling/verdict";
import { newLabelId } from "./new-label-id";
import { EMPTY_VIEW, senderOf } from "./outbox-sender";

export type SittingStart = {
  /** Names this answer of the server. */
  token: string;
  drawId: string;
  history: QueueItem<LabelItem>[];
  counts: QueueCounts;
  /** One's own labelled item to look at first. */
  first: string | null;
  pace: number[];
  /** Names the outbox in the browser's storage: the workspace and the person. */
  storageKey: string;
};

export type LabelData = SittingStart & {
  draw: { number: number; codebook: Codebook };
  order: QueueOrder;
  mayDraw: boolean;
};

/** Answers on which labels were given: the router may show them again, but they are out of date. */
const spentTokens = new Set<string>();

export const isSpent = (token: string): boolean => spentTokens.has(token);

/** One person's sitting: the session in memory, and its label rows on their way to the server. */
export function useSitting(slug: string, start: SittingStart) {
  const [sender] = useState(() => senderOf(start.storageKey, `/w/${slug}/label/labels`));
  const { outbox, storageFailed } = useSyncExternalStore(
    sender.subscribe,
    sender.view,
    () => EMPTY_VIEW,
  );
  const [session, setSession] = useState(() => openSession({ ...start, pending: [], now: 0 }));
  // keys may come faster than renders, and each builds on the one before
  const current = useRef(session);
  const touched = useRef(false);
  const [wasTouched, setWasTouched] = useState(false);
  const change = useCallback((next: Session<LabelItem>) => {
    current.current = next;
    setSession(next);
  }, []);
  const take = useCallback(
    (step: Step<LabelItem>) => {
      if (step.row) {
        sender.add(start.drawId, step.row);
        touched.current = true;
        setWasTouched(true);
      }
      change(step.session);
    },
    [sender, change, start.drawId],
  );
  useEffect(() => {
    sender.start();
    change(openSession({ ...start, pending: sender.pending(), now: Date.now() }));
    sender.onRefused = (entries: readonly OutboxEntry[]) => {
      const corrected = entries.reduce(
        (now, { row, refusal }) => correctOwn(now, row.itemId, refusal?.current ?? null),
        current.current,
      );
      change(corrected);
    };
    const onHide = () => {
      if (document.visibilityState === "hidden") change(pause(current.current));
    };
    document.addEventListener("visibilitychange", onHide);
    return () => {
      document.removeEventListener("visibilitychange", onHide);
      sender.onRefused = () => undefined;
      if (touched.current) spentTokens.add(start.token);
    };
    // a sitting begins once; what the server sends later comes through `receive`
    // oxlint-disable-next-line react/exhaustive-deps
  }, [sender, change]);
  const [deeds] = useState(() => ({
    decide: (verdict: Verdict, stay: boolean) =>
      take(decide(current.current, verdict, { id: newLabelId(), now: Date.now(), stay })),
    toggleReason: (digit: number) => take(toggleReason(current.current, digit, newLabelId())),
    turnRubric: (question: string) => take(turnRubric(current.current, question, newLabelId())),
    toggleAlike: () => take(toggleAlike(current.current, newLabelId())),
    skip: (itemId: string) => change(skipItem(current.current, itemId, Date.now())),
    writeNote: (note: string) => change(writeNote(current.current, note)),
    saveNote: () => take(saveDraft(current.current, newLabelId())),
    undo: () => take(undo(current.current, { id: newLabelId(), now: Date.now() })),
    move: (by: 1 | -1) => change(move(current.current, by, Date.now())),
    goTo: (itemId: string) => change(goTo(current.current, itemId, Date.now())),
    receive: (answer: QueueAnswer) =>
      change(
        receiveItems(current.current, {
          ...answer,
          // what was acknowledged while the answer was under way is not in it
          pending: [...sender.recent(), ...sender.pending()].filter(
            (entry) => entry.drawId === start.drawId,
          ),
          now: Date.now(),
        }),
      ),
    /** Says a refused label once more, behind what stands now; or gives it up. */
    settleRefused: (entry: OutboxEntry, again: boolean) => {
      const { row, refusal, drawId } = entry;
      const shown = current.current.entries.find(({ item }) => item.itemId === row.itemId);
      const before = shown ? shown.own : (refusal?.current ?? null);
      sender.drop(
        sender
          .view()
          .outbox.entries.flatMap((other) =>
            other.refusal && other.row.itemId === row.itemId ? [other.row.id] : [],
          ),
      );
      if (!again || (row.retracted && !before)) return;
      const fresh = { ...row, id: newLabelId(), supersedes: before?.id ?? null };
      sender.add(drawId, fresh);
      const { id, verdict, reasons, note, rubric, alike } = fresh;
      const own = verdict === null ? null : { id, verdict, reasons, note, rubric, alike };
      change(correctOwn(current.current, row.itemId, own));
    },
  }));
  return { session, outbox, storageFailed, wasTouched, deeds };
}

export type SittingDeeds = ReturnType<typeof useSitting>["deeds"];
