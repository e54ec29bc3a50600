import { useState, useTransition } from "react";
import { saveMappingAction } from "@/app/w/[workspace]/imports/actions";
import { MappingPanel } from "@/components/imports/mapping-panel";
import type { Mapping } from "@/lib/tabular/mapping";
import type { TableSample } from "@/lib/tabular/sample-table";

/** A table that nobody could read yet, and the way to have it read. */
export function UnknownTable(props: {
  slug: string;
  fileName: string;
  table: TableSample;
  /** The mapping is kept: the file can be sent again with it. */
  onMapped: (mappingId: string) => void;
  onLeave: () => void;
}) {
  const [saving, start] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const save = ({ name, mapping }: { name: string; mapping: Mapping }) =>
    start(async () => {
      const { columns, shared } = props.table;
      const saved = await saveMappingAction(props.slug, { name, columns, shared, mapping }).catch(
        () => ({
          message: "The server does not answer. Nothing is lost; try again.",
        }),
      );
      if ("id" in saved) props.onMapped(saved.id);
      else setProblem(saved.message);
    });
  return (
    <MappingPanel
      fileName={props.fileName}
      table={props.table}
      saving={saving}
      problem={problem}
      onImport={save}
      onLeave={props.onLeave}
    />
  );
}
