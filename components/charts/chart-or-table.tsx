"use client";

import { ChartBarBig, Table2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useShortcuts } from "@/components/shell/use-shortcuts";
import { IconButton } from "@/components/ui/icon-button";
import { keysOf } from "@/lib/shortcuts";

/** A chart whose table is one key away (`t`): both say the same numbers. */
export function ChartOrTable(props: {
  /** Beside the switch: the key of the chart, or its title. */
  lead?: ReactNode;
  chart: ReactNode;
  table: ReactNode;
}) {
  const [asTable, setAsTable] = useState(false);
  const turn = () => setAsTable((before) => !before);
  useShortcuts("table", { "toggle-table": turn });
  return (
    <div>
      <div className="flex min-h-8 items-center justify-between gap-3 pb-1">
        <div className="min-w-0">{props.lead}</div>
        <IconButton
          label={asTable ? "Show as chart" : "Show as table"}
          keys={keysOf("toggle-table")}
          size="icon-sm"
          onClick={turn}
        >
          {asTable ? (
            <ChartBarBig aria-hidden className="size-4" />
          ) : (
            <Table2 aria-hidden className="size-4" />
          )}
        </IconButton>
      </div>
      {asTable ? props.table : props.chart}
    </div>
  );
}
