import { EyeOff } from "lucide-react";

/** What is kept from whoever labels here; an admin is told that other pages keep nothing from them. */
export function BlindNote(props: { isAdmin: boolean }) {
  return (
    <p className="flex gap-1.5 text-xs text-muted">
      <EyeOff aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span>
        Nobody’s label, note or hint is shown here before yours.
        {props.isAdmin
          ? " You settle disagreements, so other pages do show you what the others said."
          : null}
      </span>
    </p>
  );
}
