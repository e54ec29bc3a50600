import { Info, OctagonAlert, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/class-names";

const TONES = {
  info: { icon: Info, word: "Note", style: "border-line bg-panel" },
  warn: { icon: TriangleAlert, word: "Warning", style: "border-line-strong bg-panel" },
  error: { icon: OctagonAlert, word: "Error", style: "border-ink border-l-4 bg-panel" },
};

/** Something to know about this view. Its weight is in icon and line: colours belong to verdicts. */
export function Alert(props: {
  tone?: keyof typeof TONES;
  title?: ReactNode;
  action?: ReactNode;
  className?: string;
  children?: ReactNode;
}) {
  const tone = TONES[props.tone ?? "info"];
  return (
    <div
      role={props.tone === "error" ? "alert" : "note"}
      className={cn(
        "flex gap-2.5 rounded-md border px-3 py-2 text-sm",
        tone.style,
        props.className,
      )}
    >
      <tone.icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="sr-only">{tone.word}:</span>
      <div className="min-w-0 flex-1">
        {props.title ? <p className="font-medium">{props.title}</p> : null}
        {props.children ? <div className="text-muted">{props.children}</div> : null}
      </div>
      {props.action ? <div className="shrink-0 self-center">{props.action}</div> : null}
    </div>
  );
}
