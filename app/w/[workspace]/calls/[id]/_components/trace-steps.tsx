import { ChevronLeft, ChevronRight } from "lucide-react";
import { Link } from "@/components/ui/link";
import { ButtonLink } from "@/components/ui/button-link";
import type { TracePlace } from "@/lib/calls/call-detail";
import { formatCount } from "@/lib/display/count";

/** Where the call stands in its trace, and the way to the calls beside it. */
export function TraceSteps(props: { base: string; traceId: string; place: TracePlace }) {
  const { base, place } = props;
  return (
    <nav aria-label="In the trace" className="flex items-center gap-2">
      <Link href={`${base}/traces/${props.traceId}`} className="text-sm underline">
        call {formatCount(place.position)} of {formatCount(place.calls)} in its trace
      </Link>
      {place.previousId ? (
        <ButtonLink
          href={`${base}/calls/${place.previousId}`}
          rel="prev"
          size="icon-sm"
          aria-label="Previous call of the trace"
        >
          <ChevronLeft aria-hidden className="size-4" />
        </ButtonLink>
      ) : null}
      {place.nextId ? (
        <ButtonLink
          href={`${base}/calls/${place.nextId}`}
          rel="next"
          size="icon-sm"
          aria-label="Next call of the trace"
        >
          <ChevronRight aria-hidden className="size-4" />
        </ButtonLink>
      ) : null}
    </nav>
  );
}
