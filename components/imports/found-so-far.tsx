import { Badge } from "@/components/ui/badge";
import { ForeignText } from "@/components/ui/foreign-text";

/** What an import has met: agents, models, step types, a few of each. */
export function FoundSoFar(props: { found: Record<string, string[]> }) {
  const kinds = Object.entries(props.found).filter(([, names]) => names.length > 0);
  if (kinds.length === 0) return null;
  return (
    <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-1.5 text-sm">
      {kinds.map(([kind, names]) => (
        <div key={kind} className="contents">
          <dt className="text-muted">{kind}</dt>
          <dd className="flex min-w-0 flex-wrap gap-1.5">
            {names.map((name) => (
              <Badge key={name} className="max-w-full">
                <ForeignText text={name} />
              </Badge>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
