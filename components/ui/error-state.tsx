import { OctagonAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { CopyableId } from "@/components/ui/copyable-id";

/** Something failed: what, its id for the log, and the way on. */
export function ErrorState(props: {
  title: string;
  children?: ReactNode;
  /** The id that also stands in the server's log. */
  errorId?: string | null | undefined;
  onRetry?: (() => void) | undefined;
  /** Another way on, such as a link home. */
  action?: ReactNode;
  className?: string;
}) {
  return (
    <div
      role="alert"
      className={cn("flex max-w-xl flex-col items-start gap-3 py-10", props.className)}
    >
      <OctagonAlert aria-hidden className="size-6" />
      <h2 className="text-lg font-semibold">{props.title}</h2>
      {props.children ? <div className="text-base text-muted">{props.children}</div> : null}
      {props.errorId ? (
        <p className="text-sm text-muted">
          Error id <CopyableId id={props.errorId} name="error id" keep={12} />
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {props.onRetry ? (
          <Button variant="primary" onClick={props.onRetry}>
            Try again
          </Button>
        ) : null}
        {props.action}
      </div>
    </div>
  );
}
