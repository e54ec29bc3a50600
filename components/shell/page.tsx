import type { ReactNode } from "react";
import { BlindStrip } from "@/components/shell/blind-strip";
import { Header } from "@/components/shell/header";
import { cn } from "@/components/ui/class-names";
import type { Crumb } from "@/components/ui/breadcrumb";

/** A page in the frame: its header, and the one `main` of the document. */
export function Page(props: {
  crumbs: readonly Crumb[];
  filters?: ReactNode;
  /** What the figures of the page speak of. */
  scope?: ReactNode;
  actions?: ReactNode;
  /** `fill`: the content takes the height and scrolls inside (long tables, labelling). `flow`: the page scrolls. */
  layout?: "flow" | "fill";
  /** It shows figures made from labels: a reviewer who is not done is told that they are their own. */
  figures?: boolean;
  children: ReactNode;
}) {
  return (
    <>
      <Header
        crumbs={props.crumbs}
        filters={props.filters}
        scope={props.scope}
        actions={props.actions}
      />
      <main
        id="main"
        tabIndex={-1}
        className={cn(
          "min-h-0 flex-1 outline-none",
          props.layout === "fill"
            ? "flex flex-col"
            : "relative flex flex-col gap-8 overflow-y-auto px-4 py-6 lg:px-6",
        )}
      >
        {props.figures ? (
          <BlindStrip {...(props.layout === "fill" ? { className: "mx-4 mt-3 lg:mx-6" } : {})} />
        ) : null}
        {props.children}
      </main>
    </>
  );
}
