import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Table, TableCell, TableHead, TableNumber } from "@/components/ui/table";
import { formatUnitPrice } from "@/lib/display/money";
import { formatDateTime } from "@/lib/display/time";
import type { PriceOverride } from "@/lib/pricing/price-override";

export type PriceOverrideRow = PriceOverride & {
  readonly madeBy: string | null;
  readonly createdAt: string;
  readonly retiredAt: string | null;
};

const HEADS = ["input", "cache read", "cache write", "output"];

/** The own prices, those in use first; a retired one stays in the list. */
export function OwnPrices(props: {
  overrides: readonly PriceOverrideRow[];
  /** Null for people who may not. */
  onRetire: ((id: string, model: string) => void) | null;
  busy: boolean;
}) {
  const { onRetire } = props;
  if (props.overrides.length === 0) {
    return <p className="text-muted">There is none: list prices hold for every model.</p>;
  }
  return (
    <section
      aria-label="Own prices"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto"
    >
      <Table>
        <thead>
          <tr>
            <TableHead className="pl-0">model</TableHead>
            <TableHead>provider</TableHead>
            {HEADS.map((head) => (
              <TableHead key={head} className="text-right">
                {head}
              </TableHead>
            ))}
            <TableHead>holds from</TableHead>
            <TableHead>note</TableHead>
            <TableHead>given</TableHead>
            <TableHead className="w-full">state</TableHead>
          </tr>
        </thead>
        <tbody>
          {props.overrides.map((own) => (
            <tr key={own.id} className={own.retiredAt ? "text-muted" : undefined}>
              <TableCell className="max-w-56 truncate pl-0 font-medium">{own.model}</TableCell>
              <TableCell>{own.provider ?? "any"}</TableCell>
              <TableNumber>{formatUnitPrice(own.inputUsd)}</TableNumber>
              <TableNumber>{formatUnitPrice(own.cachedInputUsd)}</TableNumber>
              <TableNumber>{formatUnitPrice(own.cacheWriteUsd)}</TableNumber>
              <TableNumber>{formatUnitPrice(own.outputUsd)}</TableNumber>
              <TableCell>{own.validFrom ?? "ever"}</TableCell>
              <TableCell className="max-w-48 truncate">{own.note ?? "–"}</TableCell>
              <TableCell>
                {formatDateTime(own.createdAt)}
                {own.madeBy ? `, ${own.madeBy}` : ""}
              </TableCell>
              <TableCell>
                {own.retiredAt ? (
                  <Badge tone="outline">retired {formatDateTime(own.retiredAt)}</Badge>
                ) : onRetire ? (
                  <Button
                    size="sm"
                    loading={props.busy}
                    onClick={() => onRetire(own.id, own.model)}
                    aria-label={`Retire the price of ${own.model}`}
                  >
                    Retire
                  </Button>
                ) : (
                  "holds"
                )}
              </TableCell>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
