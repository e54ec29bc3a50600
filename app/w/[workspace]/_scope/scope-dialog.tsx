"use client";

import { useState, useTransition } from "react";
import { toast } from "sonner";
import { ScopeFields } from "@/components/scope/scope-fields";
import { useFrame } from "@/components/shell/frame-context";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import type { Scope } from "@/lib/scope/scope";
import { WHOLE_SCOPE } from "@/lib/scope/scope";
import { mayAct } from "@/lib/workspaces/role";
import { saveScopeAction } from "./actions";
import { useScopeChoices } from "./use-scope-choices";

/** Where a scope is put together; an admin can make it the workspace's own. */
export function ScopeDialog(props: {
  slug: string;
  scope: Scope;
  onApply: (scope: Scope) => void;
  /** It is the workspace's own now. */
  onSaved: () => void;
}) {
  const { base, role } = useFrame();
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState(props.scope);
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, startSaving] = useTransition();
  const { choices, load } = useScopeChoices(base);
  const change = (isOpen: boolean) => {
    setOpen(isOpen);
    setProblem(null);
    if (!isOpen) return;
    setDraft(props.scope);
    void load();
  };
  const apply = () => {
    setOpen(false);
    props.onApply(draft);
  };
  const save = () =>
    startSaving(async () => {
      const why = await saveScopeAction(props.slug, draft);
      setProblem(why);
      if (why !== null) return;
      toast("This is the workspace's scope now");
      setOpen(false);
      props.onSaved();
    });
  const isTurned = draft.from !== null && draft.to !== null && draft.from > draft.to;
  const isBlocked = isTurned || choices?.ok !== true;
  return (
    <Dialog
      title="Scope"
      description="What the figures speak of. It stands in the address, and is kept with every draw."
      open={open}
      onOpenChange={change}
      trigger={<Button size="sm">Change scope</Button>}
      footer={
        <>
          <Button className="mr-auto" onClick={() => setDraft(WHOLE_SCOPE)}>
            Whole data
          </Button>
          {mayAct(role, "admin") ? (
            <Button loading={saving} disabled={isBlocked} onClick={save}>
              Save as the workspace's scope
            </Button>
          ) : null}
          <Button variant="primary" disabled={isBlocked} onClick={apply}>
            Apply
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {problem === null ? null : <Alert tone="error">{problem}</Alert>}
        {choices === null ? <Waiting /> : null}
        {choices?.ok === false ? (
          <Alert
            tone="error"
            title="What there is to choose from did not come"
            action={
              <Button size="sm" onClick={() => void load()}>
                Try again
              </Button>
            }
          >
            {choices.message}
          </Alert>
        ) : null}
        {choices?.ok ? (
          <ScopeFields value={draft} choices={choices.value} onChange={setDraft} />
        ) : null}
      </div>
    </Dialog>
  );
}

function Waiting() {
  return (
    <div className="flex min-h-80 flex-col gap-3">
      <span className="sr-only">Loading what there is to choose from</span>
      {["w-1/2", "w-full", "w-3/4", "w-1/3", "w-full", "w-2/3"].map((width, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- a fixed list of grey lines
        <Skeleton key={place} className={width} />
      ))}
    </div>
  );
}
