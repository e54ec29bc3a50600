import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { cn } from "@/components/ui/class-names";

/** A small window beside its trigger: "how is this computed", a short form. */
export function Popover(props: {
  trigger: ReactElement;
  title?: string;
  /** Opens on hover too; a press and the keyboard always open it. */
  openOnHover?: boolean;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  side?: "top" | "right" | "bottom" | "left";
  align?: "start" | "center" | "end";
  className?: string;
  children: ReactNode;
}) {
  return (
    <Base.Root open={props.open} onOpenChange={(open) => props.onOpenChange?.(open)}>
      <Base.Trigger openOnHover={props.openOnHover ?? false} delay={250} render={props.trigger} />
      <Base.Portal>
        <Base.Positioner
          side={props.side ?? "bottom"}
          align={props.align ?? "start"}
          sideOffset={6}
          collisionPadding={8}
          className="z-50"
        >
          <Base.Popup
            className={cn(
              "popup-motion max-h-(--available-height) w-80 max-w-(--available-width) overflow-y-auto rounded-lg bg-raised p-3 text-sm shadow-float outline-none",
              props.className,
            )}
          >
            {props.title ? (
              <Base.Title className="pb-1 text-sm font-semibold">{props.title}</Base.Title>
            ) : null}
            {props.children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
