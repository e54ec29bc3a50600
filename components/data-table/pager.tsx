import { ChevronLeft, ChevronRight } from "lucide-react";
import { Link } from "@/components/ui/link";
import { buttonStyle } from "@/components/ui/button-style";
import { cn } from "@/components/ui/class-names";

function Step(props: { href: string | null; rel: "prev" | "next"; name: string }) {
  const Icon = props.rel === "prev" ? ChevronLeft : ChevronRight;
  const content = (
    <>
      {props.rel === "prev" ? <Icon aria-hidden className="size-4" /> : null}
      {props.name}
      {props.rel === "next" ? <Icon aria-hidden className="size-4" /> : null}
    </>
  );
  const style = buttonStyle({ variant: "secondary", size: "sm" });
  if (props.href === null) {
    return (
      <span className={cn(style, "pointer-events-none border-line text-muted")} aria-hidden>
        {content}
      </span>
    );
  }
  return (
    <Link href={props.href} rel={props.rel} className={style}>
      {content}
    </Link>
  );
}

/** Pages by cursor, with an honest count: "showing 50 of more than 10,000". */
export function Pager(props: {
  text: string;
  previousHref: string | null;
  nextHref: string | null;
}) {
  return (
    <nav
      aria-label="Pages"
      className="flex shrink-0 flex-wrap items-center justify-between gap-2 border-t border-line px-4 py-2 lg:px-6"
    >
      <p className="text-sm text-muted" aria-live="polite">
        {props.text}
      </p>
      <div className="flex gap-2">
        <Step href={props.previousHref} rel="prev" name="Previous" />
        <Step href={props.nextHref} rel="next" name="Next" />
      </div>
    </nav>
  );
}
