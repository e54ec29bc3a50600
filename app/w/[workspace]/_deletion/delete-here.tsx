import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { DeleteDialog } from "@/components/deletion/delete-dialog";
import type { DeletionTarget } from "@/lib/deletion/deletion-target";
import { countDeletionAction, startDeletionAction } from "./actions";

const WORDS = {
  import: {
    label: "Delete this import",
    title: "Delete this import?",
    description:
      "The calls it brought go, with its receipt and what it rejected. What other imports brought stays, named and merged as though this one had never come. It goes in the background and cannot be taken back.",
  },
  trace: {
    label: "Delete this trace",
    title: "Delete this trace?",
    description:
      "All its calls and steps go, whichever import brought them; receipts go on saying what was read. It goes in the background and cannot be taken back.",
  },
};

/** Deletes what the page shows and goes on to where its progress stands. */
export function DeleteHere(props: {
  slug: string;
  target: Extract<DeletionTarget, { subject: string }>;
  emptied: string;
}) {
  const { slug, target } = props;
  const router = useRouter();
  const remove = async () => {
    const problem = await startDeletionAction(slug, target);
    if (problem !== null) return problem;
    toast("Deleting in the background");
    router.push(`/w/${slug}/settings#data`);
    return null;
  };
  return (
    <DeleteDialog
      {...WORDS[target.what]}
      emptied={props.emptied}
      size="sm"
      count={() => countDeletionAction(slug, target)}
      onDelete={remove}
    />
  );
}
