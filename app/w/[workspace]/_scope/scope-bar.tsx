"use client";

import { ScopeChips } from "@/components/scope/scope-chips";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import type { ScopePart } from "@/lib/scope/describe-scope";
import { narrows, WHOLE_SCOPE } from "@/lib/scope/scope";
import { isSameScope, type ScopeView } from "@/lib/scope/scope-view";
import { ScopeDialog } from "./scope-dialog";
import { useScopeParams } from "./use-scope-params";

/** What the figures of this page speak of, and how to change it. */
export function ScopeBar(props: { slug: string; view: ScopeView }) {
  const { summary, ofWorkspace } = props.view;
  const { setScope, clear, pending } = useScopeParams(ofWorkspace);
  const { scope, simulated } = summary;
  const remove = (side: ScopePart["side"]) => {
    const open = side === "from" ? { from: null, to: null } : { [side]: WHOLE_SCOPE[side] };
    setScope({ ...scope, ...open });
  };
  const leaveOut = () =>
    setScope({ ...scope, withoutAgents: [...(scope.withoutAgents ?? []), ...simulated] });
  return (
    <div className={cn("w-full", pending && "opacity-60")}>
      <ScopeChips summary={summary} onRemove={remove}>
        <ScopeDialog slug={props.slug} scope={scope} onApply={setScope} onSaved={clear} />
        {summary.narrow ? (
          <Button size="sm" variant="ghost" onClick={() => setScope(WHOLE_SCOPE)}>
            Whole data
          </Button>
        ) : null}
        {isSameScope(scope, ofWorkspace) || !narrows(ofWorkspace) ? null : (
          <Button size="sm" variant="ghost" onClick={() => setScope(ofWorkspace)}>
            Workspace's scope
          </Button>
        )}
        {simulated.length > 0 && scope.agents === null ? (
          <Button size="sm" variant="ghost" onClick={leaveOut}>
            Leave out {simulated.join(", ")}?
          </Button>
        ) : null}
      </ScopeChips>
    </div>
  );
}
