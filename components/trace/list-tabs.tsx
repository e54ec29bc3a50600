import { Link } from "@/components/ui/link";
import { cn } from "@/components/ui/class-names";

const LISTS = [
  { id: "calls", name: "Calls" },
  { id: "traces", name: "Traces" },
] as const;

/** Two views of the same runs: call by call, or run by run. */
export function ListTabs(props: { base: string; current: "calls" | "traces" }) {
  return (
    <nav aria-label="Calls or traces" className="flex gap-3">
      {LISTS.map(({ id, name }) => (
        <Link
          key={id}
          href={`${props.base}/${id}`}
          aria-current={id === props.current ? "page" : undefined}
          className={cn(
            "border-b-2 border-transparent py-1 text-sm text-muted hover:text-ink",
            id === props.current && "border-accent font-medium text-ink",
          )}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
