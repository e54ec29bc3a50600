"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useTransition } from "react";
import { Select } from "@/components/ui/select";

const ALL = "all";

/** Whose labels are read: everybody's, or one rater's alone. In the address. */
export function PassSelect(props: {
  raters: readonly { readonly id: string; readonly name: string }[];
  pass: string | null;
}) {
  const [, startTransition] = useTransition();
  const [, set] = useQueryState(
    "rater",
    parseAsString.withOptions({ shallow: false, scroll: false, startTransition }),
  );
  return (
    <Select
      size="sm"
      label="Labels of"
      value={props.pass ?? ALL}
      options={[
        { value: ALL, label: "labels of all raters" },
        ...props.raters.map(({ id, name }) => ({ value: id, label: `labels of ${name} alone` })),
      ]}
      onChange={(id) => void set(id === ALL ? null : id)}
    />
  );
}
