"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { DensitySwitch } from "@/components/data-table/density-switch";
import { Downloads } from "@/components/data-table/downloads";
import { SearchBox } from "@/components/data-table/search-box";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";

/** A filter by one property. `value` null means any. */
export type Facet = {
  id: string;
  name: string;
  value: string | null;
  /** `count` is already formatted. */
  options: readonly { value: string; label: string; count?: string }[];
  onChange: (value: string | null) => void;
};

/** Above a list: search, facets, what it can be taken away as, and how dense it stands. */
export function TableToolbar(props: {
  search?: {
    label: string;
    value: string;
    placeholder?: string;
    onChange: (value: string) => void;
  };
  facets?: readonly Facet[];
  /** Whether something else than these narrows the list. */
  isFiltered?: boolean;
  onClearAll?: () => void;
  csvHref?: string;
  jsonHref?: string;
  /** Other filters, or deeds on the selected rows. */
  children?: ReactNode;
}) {
  const facets = props.facets ?? [];
  const filtered =
    Boolean(props.search?.value) ||
    props.isFiltered === true ||
    facets.some((facet) => facet.value !== null);
  return (
    <search className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-2 lg:px-6">
      {props.search ? <SearchBox {...props.search} /> : null}
      {facets.map((facet) => (
        <Select
          key={facet.id}
          size="sm"
          label={facet.name}
          value={facet.value}
          onChange={facet.onChange}
          options={[{ value: null, label: `${facet.name}: any` }, ...facet.options]}
          className={facet.value === null ? "text-muted" : "border-accent bg-accent-soft"}
        />
      ))}
      {props.children}
      {filtered && props.onClearAll ? (
        <Button variant="ghost" size="sm" onClick={props.onClearAll}>
          <X aria-hidden className="size-3.5" />
          Clear all
        </Button>
      ) : null}
      <div className="ml-auto flex items-center">
        <Downloads csvHref={props.csvHref} jsonHref={props.jsonHref} />
        <DensitySwitch />
      </div>
    </search>
  );
}
