import { Link } from "@/components/ui/link";
import type { ShareRow } from "@/components/charts/share-row";
import { ForeignText } from "@/components/ui/foreign-text";

/** The name of a cluster, which may come from foreign step types, and the way to it. */
export function RowName(props: { row: Pick<ShareRow, "label" | "href"> }) {
  const name = <ForeignText text={props.row.label} className="font-medium" />;
  if (!props.row.href) return name;
  return (
    <Link href={props.row.href} prefetch={false} className="block min-w-0 hover:underline">
      {name}
    </Link>
  );
}
