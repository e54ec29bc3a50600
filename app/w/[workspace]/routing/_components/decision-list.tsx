import type { RouteKeyAudit } from "@/lib/overview/route-keys";
import type { Assumptions } from "@/lib/savings/project";
import { DecisionRow } from "./decision-row";

/** The decisions by spend, each with its evidence and the bar it must pass. */
export function DecisionList(props: {
  routeKeys: readonly RouteKeyAudit[];
  bar: number;
  base: string;
  candidate: string;
  assumptions: Assumptions;
}) {
  const count = (decision: string) =>
    props.routeKeys.filter((key) => key.decision.decision === decision).length;
  return (
    <section aria-labelledby="decisions" className="flex min-w-0 flex-col gap-1">
      <h2 id="decisions" className="text-base font-semibold">
        Decisions{" "}
        <span className="font-normal text-muted">
          {count("route")} route, {count("keep")} keep, {count("undecided")} undecided
        </span>
      </h2>
      <ul>
        {props.routeKeys.map((key) => (
          <DecisionRow
            key={key.routeKey}
            routeKey={key}
            bar={props.bar}
            base={props.base}
            candidate={props.candidate}
            assumptions={props.assumptions}
          />
        ))}
      </ul>
    </section>
  );
}
