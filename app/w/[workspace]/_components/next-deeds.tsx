import { Link } from "@/components/ui/link";
import type { Deed } from "@/lib/overview/next-deeds";

/** What to do next, the most useful first. */
export function NextDeeds(props: {
  deeds: readonly Deed[];
  base: string;
  /** The scope of this view, with its question mark, for the pages that take one. */
  query: string;
}) {
  if (props.deeds.length === 0) return null;
  return (
    <section aria-labelledby="next-deeds" className="flex flex-col gap-1">
      <h2 id="next-deeds" className="text-base font-semibold">
        Next
      </h2>
      <ul className="flex max-w-4xl flex-col gap-1 text-base">
        {props.deeds.map(({ id, text, path }) => (
          <li key={id}>
            {path === null ? (
              text
            ) : (
              <Link
                href={`${props.base}${path}${takesScope(path) ? props.query : ""}`}
                className="text-accent underline underline-offset-2"
              >
                {text}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const takesScope = (path: string): boolean =>
  path === "/label/draw" || path.startsWith("/clusters/");
