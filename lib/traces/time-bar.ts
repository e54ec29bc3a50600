/** A stretch of time in milliseconds since 1970. */
export type Span = { from: number; to: number };

/** The time from the first start to the last end; null when no time is known. */
export function wholeSpan(spans: readonly (Span | null)[]): Span | null {
  let whole: Span | null = null;
  for (const span of spans) {
    if (span === null) continue;
    whole ??= { ...span };
    whole.from = Math.min(whole.from, span.from);
    whole.to = Math.max(whole.to, span.to);
  }
  return whole;
}

/** Where a span lies in the whole, both ends from 0 to 1; null when its time or the whole is unknown. */
export function timeBar(span: Span | null, whole: Span | null): Span | null {
  if (span === null || whole === null) return null;
  const length = whole.to - whole.from;
  if (length <= 0) return { from: 0, to: 1 };
  return { from: part(span.from - whole.from, length), to: part(span.to - whole.from, length) };
}

/** Finer than any screen, and short to send ten thousand times. */
const part = (of: number, whole: number): number => Math.round((of / whole) * 10_000) / 10_000;
