"use client";

import { NoCalls } from "@/app/w/[workspace]/_components/no-calls";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { formatCounted } from "@/lib/display/count";
import { formatBar } from "@/lib/display/percent";
import type { RouteKeyAudit } from "@/lib/overview/route-keys";
import type { Assumptions } from "@/lib/savings/project";
import type { Result } from "@/lib/result";
import { DecisionList } from "./_components/decision-list";
import { RoutesPreview } from "./_components/routes-preview";

export function RoutingScreen(props: {
  slug: string;
  routeKeys: readonly RouteKeyAudit[];
  candidate: { id: string; name: string };
  assumptions: Assumptions;
  settings: { bar: number; minLabels: number; threshold: number };
  /** The scope of the workspace, which decides; null when it is everything. */
  scope: string | null;
  file: Result<string>;
}) {
  const { slug, routeKeys, candidate, settings } = props;
  const base = `/w/${slug}`;
  if (routeKeys.length === 0) return <NoCalls base={base} title="Routing" />;
  return (
    <Page
      figures
      crumbs={[{ label: "Routing" }]}
      actions={
        <ButtonLink size="sm" href={`${base}/settings`}>
          Bar and candidate
        </ButtonLink>
      }
    >
      <p className="max-w-4xl text-base">
        A route key goes to <strong>{candidate.name}</strong> when it carries a step type, at least{" "}
        {formatCounted(settings.minLabels, "label")} stand behind it, the lower end of its viable
        share of calls reaches <strong>{formatBar(settings.bar)}</strong>, and the low end of its
        saving is not below zero. A saving that is not known does not hold a route back: the file
        says “saving unknown” and why. Without enough evidence a key keeps its model. It is decided
        on{" "}
        {props.scope === null ? (
          "all calls"
        ) : (
          <>
            the scope of the workspace: <strong>{props.scope}</strong>
          </>
        )}
        .
      </p>
      <div className="grid items-start gap-8 xl:grid-cols-2">
        <DecisionList
          routeKeys={routeKeys}
          bar={settings.bar}
          base={base}
          candidate={candidate.name}
          assumptions={props.assumptions}
        />
        <RoutesPreview file={props.file} href={`${base}/routing/routes.yaml`} />
      </div>
    </Page>
  );
}
