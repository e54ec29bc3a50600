"use client";

import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { formatCount } from "@/lib/display/count";
import { type TextPiece, cutText, revealHidden } from "@/components/ui/visible-text";

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
  className?: string;
}) {
  const [whole, setWhole] = useState(false);
  const { text, max } = props;
  const cut = max !== undefined && !whole && text.length > max;
  const pieces = useMemo(() => revealHidden(cut ? cutText(text, max) : text), [text, cut, max]);
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
        <Pieces pieces={pieces} />
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
