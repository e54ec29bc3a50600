import { CopyButton } from "@/components/ui/copy-button";
import { middleTruncate } from "@/components/ui/middle-truncate";

/** An id, shortened in its middle, whole on hover, and copied whole. */
export function CopyableId(props: { id: string; name?: string; length?: number }) {
  return (
    <span className="inline-flex items-center gap-0.5 whitespace-nowrap">
      <span title={props.id} className="font-mono text-[0.92em]">
        {middleTruncate(props.id, props.length)}
      </span>
      <CopyButton value={props.id} label={`Copy ${props.name ?? "id"}`} className="size-6" />
    </span>
  );
}
