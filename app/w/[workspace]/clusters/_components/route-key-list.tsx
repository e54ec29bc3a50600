import { formatCounted } from "@/lib/display/count";
import { formatBar } from "@/lib/display/percent";
import type { RouteKeyAudit } from "@/lib/overview/route-keys";

/** The route keys of a cluster with their decisions. */
export function RouteKeyList(props: { routeKeys: readonly RouteKeyAudit[]; bar: number }) {
  return (
    <section aria-labelledby="route-keys" className="flex flex-col gap-2">
      <h2 id="route-keys" className="text-base font-semibold">
        What a router knows before the call
      </h2>
      <ul className="flex max-w-3xl flex-col gap-1 text-base">
        {props.routeKeys.map(({ routeKey, tagged, usage, decision }) => (
          <li key={routeKey}>
            {tagged ? "step type " : "no step type, told apart by "}
            <code className="font-mono text-[0.92em]">{routeKey}</code>,{" "}
            {formatCounted(usage.calls, "call")}: <strong>{decision.decision}</strong>.{" "}
            <span className="text-muted">{decision.reason}</span>
          </li>
        ))}
      </ul>
      <p className="text-muted">The bar of this workspace is {formatBar(props.bar)}.</p>
    </section>
  );
}
