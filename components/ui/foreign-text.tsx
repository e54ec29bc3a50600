"use client";

import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { formatCount } from "@/lib/display/count";
import { type TextPiece, cutText, revealHidden, splitMarked } from "@/components/ui/visible-text";

const NO_MARKS: readonly (readonly [number, number])[] = [];

function Pieces(props: { pieces: readonly TextPiece[] }) {
  return props.pieces.map((piece, index) =>
    piece.kind === "text" ? (
      piece.text
    ) : (
      <span
        // oxlint-disable-next-line react/no-array-index-key -- pieces of one fixed text
        key={index}
        title={piece.name}
        className="mx-px rounded-sm bg-pressed px-0.5 font-mono text-[0.85em] text-muted"
      >
        {piece.text}
      </span>
    ),
  );
}

/**
 * Text that strangers wrote. It is never markup, cannot turn the direction of what stands beside it,
 * and shows the characters that would act unseen as marks.
 */
export function ForeignText(props: {
  text: string;
  /** Keeps line ends and runs of spaces; else one ellipsised line. */
  preserve?: boolean;
  /** Stands in a sentence and wraps with it. */
  inline?: boolean;
  mono?: boolean;
  /** Shows at most so many UTF-16 units, with a button for the rest. */
  max?: number;
  /** Stretches that are marked, in UTF-16 units of the text; in order, without overlap. */
  marks?: readonly (readonly [from: number, to: number])[];
  className?: string;
}) {
  const [whole, setWhole] = useState(false);
  const { text, max, marks = NO_MARKS } = props;
  const cut = max !== undefined && !whole && text.length > max;
  const parts = useMemo(
    () =>
      splitMarked(cut ? cutText(text, max) : text, marks).map((part) => ({
        marked: part.marked,
        pieces: revealHidden(part.text),
      })),
    [text, cut, max, marks],
  );
  return (
    <>
      <bdi
        dir="auto"
        className={cn(
          "[unicode-bidi:isolate]",
          props.preserve
            ? "block wrap-anywhere whitespace-pre-wrap"
            : props.inline
              ? "wrap-anywhere"
              : "block truncate",
          props.mono && "font-mono text-[0.92em]",
          props.className,
        )}
      >
        {parts.map(({ marked, pieces }, index) =>
          marked ? (
            // oxlint-disable-next-line react/no-array-index-key -- parts of one fixed text
            <mark
              key={index}
              className="bg-accent-soft text-inherit underline decoration-accent decoration-1 underline-offset-3"
            >
              <Pieces pieces={pieces} />
            </mark>
          ) : (
            // oxlint-disable-next-line react/no-array-index-key -- parts of one fixed text
            <Pieces key={index} pieces={pieces} />
          ),
        )}
        {cut ? "…" : null}
      </bdi>
      {cut ? (
        <Button variant="ghost" size="sm" onClick={() => setWhole(true)} className="mt-1 -ml-2">
          Show all {formatCount(text.length)} characters
        </Button>
      ) : null}
    </>
  );
}
