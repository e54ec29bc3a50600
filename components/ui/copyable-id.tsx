import { CopyButton } from "@/components/ui/copy-button";
import { truncateMiddle } from "@/lib/display/identifier";

/** An id, shortened in its middle, whole on hover, and copied whole. */
export function CopyableId(props: {
  id: string;
  name?: string /** Characters kept at each end. */;
  keep?: number;
}) {
  return (
    <span className="inline-flex items-center gap-0.5 align-middle whitespace-nowrap">
      <span title={props.id} className="font-mono text-[0.92em]">
        {truncateMiddle(props.id, props.keep)}
      </span>
      <CopyButton value={props.id} label={`Copy ${props.name ?? "id"}`} className="size-6" />
    </span>
  );
}
