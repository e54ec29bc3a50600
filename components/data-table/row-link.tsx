import { Link } from "@/components/ui/link";
import type { ReactNode } from "react";

/** The link of a row. Not fetched ahead: a list would ask for fifty pages. */
export function RowLink(props: { href: string; children: ReactNode }) {
  return (
    <Link
      href={props.href}
      prefetch={false}
      data-row-link=""
      className="block truncate font-medium hover:underline"
    >
      {props.children}
    </Link>
  );
}
