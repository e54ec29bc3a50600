import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { buttonStyle } from "@/components/ui/button-style";
import { cn } from "@/components/ui/class-names";

const WIDTHS = { sm: "w-96", md: "w-[34rem]", lg: "w-[48rem]" };

function CloseCross() {
  return (
    <Base.Close
      aria-label="Close"
      className={cn(buttonStyle({ variant: "ghost", size: "icon-sm" }), "-mr-2")}
    >
      <X aria-hidden className="size-4" />
    </Base.Close>
  );
}

/** Asks for one thing before the work goes on. Escape and the cross close it. */
export function Dialog(props: {
  title: string;
  description?: ReactNode;
  /** The button that opens it, if it is not opened from outside. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  size?: keyof typeof WIDTHS;
  /** The deeds, the main one last. */
  footer?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <Base.Root open={props.open} onOpenChange={(open) => props.onOpenChange?.(open)}>
      {props.trigger ? <Base.Trigger render={props.trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-backdrop transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          data-modal=""
          className={cn(
            "popup-motion fixed top-[12dvh] left-1/2 z-50 flex max-h-[76dvh] max-w-[calc(100vw-2rem)] -translate-x-1/2 flex-col rounded-lg bg-raised shadow-float outline-none",
            WIDTHS[props.size ?? "md"],
          )}
        >
          <div className="flex items-start justify-between gap-4 px-5 pt-4 pb-2">
            <div>
              <Base.Title className="text-lg font-semibold">{props.title}</Base.Title>
              {props.description ? (
                <Base.Description className="text-sm text-muted">
                  {props.description}
                </Base.Description>
              ) : null}
            </div>
            <CloseCross />
          </div>
          <div className="min-h-0 overflow-y-auto px-5 pt-1 pb-5">{props.children}</div>
          {props.footer ? (
            <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
              {props.footer}
            </div>
          ) : null}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** A button inside a dialog that closes it: pass the button as `render`. */
export const DialogClose = Base.Close;
