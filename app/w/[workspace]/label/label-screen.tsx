"use client";

import { useRouter } from "next/navigation";
import { useEffect, useMemo, useRef } from "react";
import { LabelHead } from "@/components/label/label-head";
import { LabelPanel } from "@/components/label/label-panel";
import { LabelSkeleton } from "@/components/label/label-skeleton";
import { SavedState } from "@/components/label/saved-state";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import type { Codebook } from "@/lib/labelling/codebook";
import { refusedEntries, waiting } from "@/lib/labelling/outbox";
import { computeTimeLeft } from "@/lib/labelling/pace";
import { shownEntry } from "@/lib/labelling/session";
import { isDone, progressOf } from "@/lib/labelling/session-queue";
import { LabelledCall } from "./_components/labelled-call";
import { stripAround } from "./strip-around";
import { useLabelKeys } from "./use-label-keys";
import { useRefill } from "./use-refill";
import { useScrollKeys } from "./use-scroll-keys";
import { isSpent, type SittingStart, useSitting } from "./use-sitting";

type Props = {
  slug: string;
  data: SittingStart & {
    draw: { number: number; codebook: Codebook };
    mayDraw: boolean;
  };
};

const EMPTY_DRAFT = { reasons: [], note: "" };

/** One decision at a time. What comes back from the browser's history is asked for anew. */
export function LabelScreen(props: Props) {
  const router = useRouter();
  const spent = isSpent(props.data.token);
  useEffect(() => {
    if (spent) router.refresh();
  }, [spent, router]);
  return (
    <Page
      crumbs={[
        { label: "Label", href: `/w/${props.slug}/label` },
        { label: `Draw ${props.data.draw.number}` },
      ]}
      actions={
        <ButtonLink size="sm" href={`/w/${props.slug}/label/draw`}>
          Draws
        </ButtonLink>
      }
      layout="fill"
    >
      {spent ? <LabelSkeleton /> : <Sitting {...props} />}
    </Page>
  );
}

function Sitting({ slug, data }: Props) {
  const base = `/w/${slug}`;
  const { draw } = data;
  const router = useRouter();
  const { session, outbox, storageFailed, wasTouched, deeds } = useSitting(slug, data);
  const unsent = waiting(outbox).length;
  const refill = useRefill({
    url: `${base}/label/queue?draw=${draw.number}`,
    session,
    isSent: unsent === 0,
    receive: deeds.receive,
  });
  const panel = useRef<HTMLElement>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const focusPanel = () => panel.current?.focus({ preventScroll: true });
  useLabelKeys(deeds, () => note.current?.focus());
  const entry = shownEntry(session);
  const shownId = entry?.item.itemId ?? null;
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);
  useScrollKeys(content);
  const progress = progressOf(session);
  const isFinished = isDone(session) && unsent === 0 && wasTouched;
  useEffect(() => {
    // what the frame counts as waiting is out of date now
    if (isFinished) router.refresh();
  }, [isFinished, router]);
  const strip = useMemo(
    () => stripAround(session.entries, session.cursor),
    [session.entries, session.cursor],
  );
  const position = entry
    ? `Item ${entry.item.position} of ${progress.total}, ${entry.item.cluster}`
    : "";
  return (
    <>
      <LabelHead
        cluster={entry?.item.cluster ?? null}
        done={progress.done}
        total={progress.total}
        timeLeft={progress.open > 0 ? computeTimeLeft(session.pace, progress.open) : null}
        strip={strip}
        shownId={shownId}
        onGoTo={deeds.goTo}
        saved={
          <SavedState
            waiting={unsent}
            failures={outbox.failures}
            problem={outbox.problem}
            signedOut={outbox.signedOut}
            storageFailed={storageFailed}
            refused={refusedEntries(outbox)}
            onSettle={deeds.settleRefused}
            onShow={deeds.goTo}
          />
        }
      />
      <p aria-live="polite" className="sr-only">
        {position}
      </p>
      <div className="flex min-h-0 flex-1 flex-col lg:flex-row">
        {/* a new item is a new box: it begins at its top */}
        <div
          key={shownId}
          ref={content}
          className="min-h-0 min-w-0 flex-1 overflow-y-auto px-4 py-4 lg:px-6"
        >
          <LabelledCall
            item={entry?.item ?? null}
            base={base}
            isDone={isDone(session)}
            done={{ total: progress.total, draw: draw.number, mayDraw: data.mayDraw }}
            problem={refill.problem}
            onRetry={refill.retry}
          />
        </div>
        <LabelPanel
          codebook={draw.codebook}
          own={entry?.own?.verdict ?? null}
          draft={entry?.draft ?? EMPTY_DRAFT}
          canUndo={session.undo.length > 0}
          onDecide={deeds.decide}
          onToggleReason={deeds.toggleReason}
          onWriteNote={deeds.writeNote}
          onLeaveNote={deeds.saveNote}
          onDoneNote={focusPanel}
          onUndo={deeds.undo}
          onMove={deeds.move}
          panelRef={panel}
          noteRef={note}
        />
      </div>
    </>
  );
}
