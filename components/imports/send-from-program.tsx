import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

/** How programs send by themselves: closed to one line where people know it already. */
export function SendFromProgram(props: {
  open: boolean;
  onOpen: () => void;
  onClose: (() => void) | null;
  children: ReactNode;
}) {
  return (
    <section aria-label="Send from your program" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-base font-semibold">Send from your program</h2>
        {props.open ? (
          props.onClose && (
            <Button size="sm" variant="ghost" onClick={props.onClose}>
              Close
            </Button>
          )
        ) : (
          <Button size="sm" onClick={props.onOpen}>
            Show the set-up
          </Button>
        )}
      </div>
      {props.open ? props.children : null}
    </section>
  );
}
