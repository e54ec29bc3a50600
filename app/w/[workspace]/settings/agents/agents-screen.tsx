"use client";

import { useTransition } from "react";
import { toast } from "sonner";
import { SettingsNav } from "@/components/settings/settings-nav";
import { TalkTable } from "@/components/settings/talk-table";
import { Page } from "@/components/shell/page";
import { Alert } from "@/components/ui/alert";
import { EmptyState } from "@/components/ui/empty-state";
import type { TalkRow } from "@/lib/scope/talk-rows";
import { saveHumanFacingAction } from "./actions";

/** Who talks to people: what the trace says of each agent and step, and what people say. */
export function AgentsScreen(props: {
  slug: string;
  mayChange: boolean;
  agents: readonly TalkRow[];
  steps: readonly TalkRow[];
}) {
  const [pending, start] = useTransition();
  const say = ({ subject, value }: TalkRow, humanFacing: boolean | null) =>
    start(async () => {
      const problem = await saveHumanFacingAction(props.slug, { subject, value, humanFacing });
      toast(problem ?? `Saved for ${value}`);
    });
  const onChange = props.mayChange ? say : null;
  return (
    <Page crumbs={[{ label: "Settings", href: `/w/${props.slug}/settings` }, { label: "Agents" }]}>
      <SettingsNav />
      {props.mayChange ? null : (
        <Alert>Only an owner or admin of this workspace can change what stands here.</Alert>
      )}
      <section aria-labelledby="agents" className="flex flex-col gap-3" aria-busy={pending}>
        <h2 id="agents" className="text-base font-semibold">
          Who talks to people
        </h2>
        <p className="max-w-2xl text-muted">
          The method looks at calls that talk to no person first. A step&apos;s word comes before
          its agent&apos;s, and both before the trace&apos;s. Nothing is guessed: where nobody says
          anything it stays unknown, and a scope counts such calls beside. No call is moved by what
          you say here.
        </p>
        {props.agents.length === 0 ? (
          <EmptyState title="No agent is named">
            Calls name their agent in the trace; import some that do, or say it of the steps.
          </EmptyState>
        ) : (
          <TalkTable
            name="Agents"
            silent="As the trace says"
            rows={props.agents}
            onChange={onChange}
          />
        )}
      </section>
      {props.steps.length === 0 ? null : (
        <section aria-labelledby="steps" className="flex flex-col gap-3">
          <h2 id="steps" className="text-base font-semibold">
            Steps
          </h2>
          <TalkTable
            name="Steps"
            silent="As agent or trace say"
            rows={props.steps}
            onChange={onChange}
          />
        </section>
      )}
    </Page>
  );
}
