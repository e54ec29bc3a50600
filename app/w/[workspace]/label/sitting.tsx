import { useRouter } from "next/navigation";
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { traceAddress } from "@/components/label/call-meta";
import { LabelDone } from "@/components/label/label-done";
import { LabelHead } from "@/components/label/label-head";
import { LabelPanel } from "@/components/label/label-panel";
import { SavedState } from "@/components/label/saved-state";
import { SkipDialog } from "@/components/label/skip-dialog";
import { refusedEntries, waiting } from "@/lib/labelling/outbox";
import { computeTimeLeft } from "@/lib/labelling/pace";
import { EMPTY_DRAFT, shownEntry } from "@/lib/labelling/session";
import { isDone, progressOf } from "@/lib/labelling/session-queue";
import { stripAround } from "./strip-around";
import { useLabelKeys } from "./use-label-keys";
import { useQueue } from "./use-queue";
import { useScrollKeys } from "./use-scroll-keys";
import { type LabelData, useSitting } from "./use-sitting";
import { useSkip } from "./use-skip";
import { LabelledCall } from "./_components/labelled-call";

/** The whole of the work on a draw: where one is, the call, the panel. */
export function Sitting(props: {
  slug: string;
  data: LabelData;
  /** Where to say which items have labels on their way. */
  unsentRef: RefObject<() => readonly string[]>;
}) {
  const { slug, data, unsentRef } = props;
  const base = `/w/${slug}`;
  const { draw } = data;
  const router = useRouter();
  const { session, outbox, storageFailed, wasTouched, deeds } = useSitting(slug, data);
  const unsent = useMemo(() => waiting(outbox).map((entry) => entry.row.itemId), [outbox]);
  const queue = useQueue({
    url: `${base}/label/queue`,
    view: { draw: draw.number, order: data.order },
    session,
    unsent,
    receive: deeds.receive,
  });
  const skip = useSkip(`${base}/label/skip`, { deeds, retry: queue.retry });
  const panel = useRef<HTMLElement>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [skipping, setSkipping] = useState<string | null>(null);
  const entry = shownEntry(session);
  const shownId = entry?.item.itemId ?? null;
  const focusPanel = () => panel.current?.focus({ preventScroll: true });
  const openSkip = () => {
    if (entry && entry.own === null) setSkipping(entry.item.itemId);
  };
  useLabelKeys(deeds, {
    focusNote: () => note.current?.focus(),
    openSkip,
    showTrace: () => {
      const address = entry && traceAddress(base, entry.item);
      if (address) window.open(address, "_blank");
    },
    questions: draw.codebook.rubric.map(({ id }) => id),
  });
  useEffect(() => {
    unsentRef.current = () => unsent;
  }, [unsentRef, unsent]);
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);
  useScrollKeys(content);
  const progress = progressOf(session);
  const isFinished = isDone(session) && unsent.length === 0 && wasTouched;
  useEffect(() => {
    // what the frame counts as waiting is out of date now
    if (isFinished) router.refresh();
  }, [isFinished, router]);
  const strip = useMemo(
    () => stripAround(session.entries, session.cursor, session.before),
    [session.entries, session.cursor, session.before],
  );
  const place = entry ? `Item ${session.before + session.cursor + 1}, ${entry.item.cluster}` : "";
  return (
    <>
      <LabelHead
        cluster={entry?.item.cluster ?? null}
        done={progress.done}
        total={progress.total}
        skipped={session.skipped}
        timeLeft={progress.open > 0 ? computeTimeLeft(session.pace, progress.open) : null}
        strip={strip}
        shownId={shownId}
        onGoTo={deeds.goTo}
        saved={
          <SavedState
            waiting={unsent.length}
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
        {place}
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
            done={
              isDone(session) ? (
                <LabelDone
                  labelled={progress.done}
                  skipped={session.skipped}
                  draw={draw.number}
                  base={base}
                  mayDraw={data.mayDraw}
                  onAskAgain={() => void skip.askAgain(draw.number)}
                />
              ) : null
            }
            problem={queue.problem}
            onRetry={queue.retry}
          />
        </div>
        <LabelPanel
          codebook={draw.codebook}
          own={entry?.own?.verdict ?? null}
          draft={entry?.draft ?? EMPTY_DRAFT}
          alike={entry?.item.alike ?? 0}
          isAdmin={data.mayDraw}
          canUndo={session.undo.length > 0}
          onDecide={deeds.decide}
          onToggleReason={deeds.toggleReason}
          onTurnRubric={deeds.turnRubric}
          onToggleAlike={deeds.toggleAlike}
          onSkip={openSkip}
          onWriteNote={deeds.writeNote}
          onLeaveNote={deeds.saveNote}
          onDoneNote={focusPanel}
          onUndo={deeds.undo}
          onMove={deeds.move}
          panelRef={panel}
          noteRef={note}
        />
      </div>
      <SkipDialog
        open={skipping !== null}
        onOpenChange={() => {
          setSkipping(null);
          focusPanel();
        }}
        onSkip={(reason) => skip.passOver(skipping ?? "", reason)}
      />
    </>
  );
}
