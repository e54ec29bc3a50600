"use client";

import { useMemo, useState } from "react";
import { MappingColumns } from "@/components/imports/mapping-columns";
import { MappingPreview } from "@/components/imports/mapping-preview";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { ForeignText } from "@/components/ui/foreign-text";
import { Input } from "@/components/ui/input";
import { formatCount, formatCounted } from "@/lib/display/count";
import { problemOfMapping } from "@/lib/tabular/check-mapping";
import { mappingOf } from "@/lib/tabular/guess-mapping";
import type { Mapping } from "@/lib/tabular/mapping";
import { previewMapping } from "@/lib/tabular/preview-mapping";
import type { TableSample } from "@/lib/tabular/sample-table";

/** Asks which column of an unknown table is which field, with guesses made and the outcome shown. */
export function MappingPanel(props: {
  fileName: string;
  table: TableSample;
  saving: boolean;
  /** Why the last attempt was refused. */
  problem: string | null;
  onImport: (given: { name: string; mapping: Mapping }) => void;
  onLeave: () => void;
}) {
  const { table, fileName } = props;
  const [mapping, setMapping] = useState<Mapping>(() => mappingOf(table.guesses));
  const [name, setName] = useState(() => fileName.replace(/(\.\w{1,8}){1,2}$/u, "").slice(0, 80));
  const preview = useMemo(() => previewMapping(table.rows, mapping), [table, mapping]);
  const missing = problemOfMapping(mapping);
  const calls = preview.filter(({ kind }) => kind === "call").length;
  return (
    <section aria-label="Map columns" className="flex max-w-5xl flex-col gap-4">
      <Alert tone="error" title={<ForeignText text={fileName} />}>
        Nothing of this table was imported: its columns are of no known shape. Say below which
        column is which; the guesses are a start.
      </Alert>
      <h2 className="text-base font-semibold">
        {formatCounted(table.paths.length, "column")}, and what each is
      </h2>
      <MappingColumns table={table} mapping={mapping} onChange={setMapping} />
      <h2 className="text-base font-semibold">
        Of the first {formatCounted(preview.length, "row")}, {formatCount(calls)} would be calls
      </h2>
      <MappingPreview rows={preview} />
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          props.onImport({ name, mapping });
        }}
      >
        <Field
          label="Name of this mapping"
          hint="It is kept: a later file with the same columns is read by it without asking, and its receipt says so. One of the same name is replaced."
          className="max-w-md"
        >
          <Input
            required
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </Field>
        {props.problem ? <Alert tone="error">{props.problem}</Alert> : null}
        <div className="flex flex-wrap items-center gap-2">
          <Button
            type="submit"
            variant="primary"
            loading={props.saving}
            disabled={missing !== null}
          >
            Import with this mapping
          </Button>
          <Button onClick={props.onLeave}>Leave this file out</Button>
          <output className="text-sm text-muted">{missing ?? ""}</output>
        </div>
      </form>
    </section>
  );
}
