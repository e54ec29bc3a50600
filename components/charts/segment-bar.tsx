import { cn } from "@/components/ui/class-names";

const TONES = {
  accent: "bg-accent",
  strong: "bg-muted",
  soft: "bg-line-strong/60",
  hatch: "hatch border border-line-strong",
};

/** A part of a whole. Tones, not verdict colours: what they are, the text says. */
export type Segment = {
  id: string;
  label: string;
  value: number;
  /** Already formatted. */
  text: string;
  tone: keyof typeof TONES;
  href?: string;
};

/** A bar whose parts add up, with the sum in words: "58 records = 23 new + 0 known + 35 other". */
export function SegmentBar(props: {
  total: { label: string; text: string };
  segments: readonly Segment[];
}) {
  const sum = props.segments.reduce((total, segment) => total + segment.value, 0);
  return (
    <div className="flex flex-col gap-2">
      <div aria-hidden className="flex h-3.5 gap-px overflow-hidden rounded-sm bg-sunken">
        {props.segments.map((segment) =>
          segment.value > 0 ? (
            <div
              key={segment.id}
              className={cn("min-w-[3px]", TONES[segment.tone])}
              style={{ flexGrow: segment.value / sum, flexBasis: 0 }}
            />
          ) : null,
        )}
      </div>
      <p className="text-base">
        <span className="font-semibold">{props.total.text}</span> {props.total.label}
        {props.segments.map((segment, index) => (
          <span key={segment.id} className={segment.value === 0 ? "text-muted" : undefined}>
            {index === 0 ? " = " : " + "}
            <span className="whitespace-nowrap">
              <span
                aria-hidden
                className={cn("mr-1 inline-block size-2.5 rounded-[1px]", TONES[segment.tone])}
              />
              <span className="font-semibold">{segment.text}</span>{" "}
              {segment.href ? (
                <a href={segment.href} className="text-accent underline underline-offset-2">
                  {segment.label}
                </a>
              ) : (
                segment.label
              )}
            </span>
          </span>
        ))}
      </p>
    </div>
  );
}
