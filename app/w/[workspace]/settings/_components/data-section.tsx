import { useRouter } from "next/navigation";
import { useActionState, useEffect } from "react";
import { toast } from "sonner";
import {
  countDeletionAction,
  deleteWorkspaceAction,
  saveRetentionAction,
  startDeletionAction,
} from "@/app/w/[workspace]/_deletion/actions";
import { DeleteDialog } from "@/components/deletion/delete-dialog";
import { DeletionList } from "@/components/deletion/deletion-list";
import { type DeletionEntry, isUnderWay } from "@/lib/deletion/deletion-target";
import { DeleteOlder } from "./delete-older";
import { RetentionForm } from "./retention-form";

const LOOK_AGAIN_MS = 1500;

/** How long traces are kept, what is being deleted, and the end of the workspace. */
export function DataSection(props: {
  slug: string;
  name: string;
  retentionDays: number | null;
  deletions: readonly DeletionEntry[];
  mayChange: boolean;
  mayDeleteWorkspace: boolean;
}) {
  const { slug, mayChange } = props;
  const router = useRouter();
  const [retention, save, saving] = useActionState(saveRetentionAction.bind(null, slug), {
    message: null,
    saved: false,
  });
  const isBusy = props.deletions.some(isUnderWay);
  useEffect(() => {
    if (!isBusy) return undefined;
    const timer = window.setInterval(() => router.refresh(), LOOK_AGAIN_MS);
    return () => window.clearInterval(timer);
  }, [isBusy, router]);
  const removeOlder = async (days: string) => {
    const problem = await startDeletionAction(slug, { what: "older", days });
    if (problem === null) toast("Deleting in the background");
    return problem;
  };
  const removeWorkspace = async () => {
    const problem = await deleteWorkspaceAction(slug, props.name);
    if (problem === null) router.replace("/");
    return problem;
  };
  return (
    <section aria-labelledby="data" className="flex flex-col gap-4">
      <h2 id="data" className="text-base font-semibold">
        Data and deletion
      </h2>
      <RetentionForm
        key={props.retentionDays}
        days={props.retentionDays}
        disabled={!mayChange}
        problem={retention.message}
        saved={retention.saved}
        pending={saving}
        action={save}
      />
      {mayChange ? (
        <DeleteOlder
          count={(days) => countDeletionAction(slug, { what: "older", days })}
          onDelete={removeOlder}
        />
      ) : null}
      {props.deletions.length > 0 ? <DeletionList deletions={props.deletions} /> : null}
      {props.mayDeleteWorkspace ? (
        <div>
          <DeleteDialog
            label="Delete this workspace"
            title={`Delete the workspace “${props.name}”?`}
            description="Its members and API keys are out at once; its data go in the background, with its draws, codebooks and settings. The audit log keeps that it happened. You stay signed in. This cannot be taken back."
            emptied="with all their steps"
            typed={props.name}
            count={() => countDeletionAction(slug, null)}
            onDelete={removeWorkspace}
          />
        </div>
      ) : null}
    </section>
  );
}
