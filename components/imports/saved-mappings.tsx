import { Button } from "@/components/ui/button";
import { ForeignText } from "@/components/ui/foreign-text";
import { formatDate } from "@/lib/display/time";
import type { Mapping } from "@/lib/tabular/mapping";

/** Which columns are read as which fields by themselves; forgetting one makes the next file ask. */
export function SavedMappings(props: {
  mappings: readonly { id: string; name: string; mapping: Mapping; createdAt: string }[];
  /** Null for people who may not. */
  onRemove: ((id: string, name: string) => void) | null;
}) {
  const { onRemove } = props;
  if (props.mappings.length === 0) return null;
  return (
    <section aria-label="Saved mappings" className="flex max-w-5xl flex-col gap-2">
      <h2 className="text-base font-semibold">Saved mappings</h2>
      <ul className="flex flex-col border-t border-line">
        {props.mappings.map(({ id, name, mapping, createdAt }) => (
          <li
            key={id}
            className="flex flex-wrap items-start justify-between gap-2 border-b border-line py-2"
          >
            <div className="min-w-0 flex-1 basis-64">
              <ForeignText text={name} className="text-sm font-medium" />
              <ForeignText text={wordsOf(mapping)} inline className="text-xs text-muted" />
              <p className="text-xs text-muted">saved {formatDate(createdAt)}</p>
            </div>
            {onRemove ? (
              <Button size="sm" aria-label={`Forget ${name}`} onClick={() => onRemove(id, name)}>
                Forget
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

const wordsOf = (mapping: Mapping): string =>
  Object.entries(mapping)
    .map(([field, column]) => (field === column ? field : `${column} as ${field}`))
    .join(", ");
