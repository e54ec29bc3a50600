import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";
import { Kbd } from "@/components/ui/kbd";

/** Names a control on hover and focus. Never the only place of a fact: use a popover for those. */
export function Tooltip(props: {
  content: ReactNode;
  /** The shortcut to show beside it, as in lib/shortcuts ("g o"). */
  keys?: string | undefined;
  side?: "top" | "right" | "bottom" | "left" | undefined;
  children: ReactElement<Record<string, unknown>>;
}) {
  return (
    <Base.Root>
      <Base.Trigger delay={400} render={props.children} />
      <Base.Portal>
        <Base.Positioner side={props.side ?? "bottom"} sideOffset={6} className="z-50">
          <Base.Popup className="popup-motion flex max-w-80 items-center gap-2 rounded-md bg-ink px-2 py-1 text-xs text-on-ink">
            {props.content}
            {props.keys ? <Kbd keys={props.keys} inverted /> : null}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
