import { Link } from "@/components/ui/link";
import { Fragment, type ReactNode } from "react";

export type Crumb = { label: ReactNode; href?: string };

/** Where the page lies. The last crumb is the page itself and its heading. */
export function Breadcrumb(props: { crumbs: readonly Crumb[] }) {
  const last = props.crumbs.length - 1;
  return (
    <nav aria-label="Breadcrumb" className="min-w-0">
      <ol className="flex min-w-0 items-center gap-1.5 text-base">
        {props.crumbs.map((crumb, index) => (
          <Fragment key={crumb.href ?? "page"}>
            {index > 0 ? (
              <li aria-hidden className="text-muted">
                /
              </li>
            ) : null}
            <li className={index === last ? "min-w-0" : "max-w-40 min-w-8 shrink truncate"}>
              {index === last ? (
                <h1 aria-current="page" className="truncate font-semibold">
                  {crumb.label}
                </h1>
              ) : crumb.href ? (
                <Link href={crumb.href} className="text-muted hover:text-ink hover:underline">
                  {crumb.label}
                </Link>
              ) : (
                <span className="text-muted">{crumb.label}</span>
              )}
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}
