import { cn } from "@/components/ui/class-names";
import type { Codebook } from "@/lib/labelling/codebook";
import { type DiffRun, diffCodebooks } from "@/lib/labelling/codebook-parts";

const STYLE: Record<DiffRun["kind"], string> = {
  same: "",
  added: "bg-accent-soft underline decoration-2",
  removed: "text-muted line-through",
};

/** What one version says that the one before does not, word by word. */
export function CodebookDiff(props: { before: Codebook; after: Codebook }) {
  const parts = diffCodebooks(props.before, props.after);
  if (parts.length === 0) return <p className="text-muted">They say the same.</p>;
  return (
    <dl className="flex flex-col gap-3">
      {parts.map(({ name, runs }) => (
        <div key={name}>
          <dt className="text-xs text-muted">{name}</dt>
          <dd className="text-sm whitespace-pre-wrap">
            {runs.map((run, at) => {
              const Tag = run.kind === "same" ? "span" : run.kind === "added" ? "ins" : "del";
              return (
                // runs have no name of their own, and do not move
                // oxlint-disable-next-line react/no-array-index-key
                <Tag key={at} className={cn("no-underline", STYLE[run.kind])}>
                  {run.text}
                </Tag>
              );
            })}
          </dd>
        </div>
      ))}
    </dl>
  );
}
