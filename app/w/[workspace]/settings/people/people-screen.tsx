"use client";

import { useActionState } from "react";
import { toast } from "sonner";
import { SettingsNav } from "@/components/settings/settings-nav";
import { Page } from "@/components/shell/page";
import { mayAct, type Role, rolesToGive } from "@/lib/workspaces/role";
import {
  changeRoleAction,
  createInvitationAction,
  endInvitationAction,
  leaveWorkspaceAction,
  removeMemberAction,
  renameRaterAction,
} from "./actions";
import { type ExternalRaterEntry, ExternalRaterTable } from "./_components/external-rater-table";
import { type InvitationEntry, InvitationTable } from "./_components/invitation-table";
import { InviteForm } from "./_components/invite-form";
import { NewInvitation } from "./_components/new-invitation";
import { PeopleTable, type PersonEntry } from "./_components/people-table";

export function PeopleScreen(props: {
  slug: string;
  workspace: string;
  self: { readonly userId: string; readonly role: Role };
  people: readonly PersonEntry[];
  invitations: readonly InvitationEntry[] | null;
  externalRaters: readonly ExternalRaterEntry[];
}) {
  const { slug, self, invitations } = props;
  const [state, invite, inviting] = useActionState(createInvitationAction.bind(null, slug), {
    message: null,
    made: null,
  });
  const changeRole = async (person: PersonEntry, role: Role) => {
    const problem = await changeRoleAction(slug, person.userId, role);
    toast(problem ?? `${person.name} is ${role} from now on`);
  };
  const leave = async () => {
    const problem = await leaveWorkspaceAction(slug);
    // a full load, so that nothing of the workspace is kept
    if (problem === null) window.location.assign("/");
    return problem;
  };
  return (
    <Page crumbs={[{ label: "Settings", href: `/w/${slug}/settings` }, { label: "People" }]}>
      <SettingsNav />
      <section aria-labelledby="members" className="flex flex-col gap-3">
        <h2 id="members" className="text-base font-semibold">
          Members
        </h2>
        <p className="max-w-2xl text-muted">
          Viewers read; reviewers also label; admins also import, draw, set and invite; owners also
          make owners and can delete the workspace.
        </p>
        <PeopleTable
          people={props.people}
          self={self}
          onChangeRole={changeRole}
          onRemove={(person) => removeMemberAction(slug, person.userId)}
          onLeave={leave}
        />
      </section>
      {invitations === null ? null : (
        <section aria-labelledby="invitations" className="flex flex-col gap-3">
          <h2 id="invitations" className="text-base font-semibold">
            Invitations
          </h2>
          <p className="max-w-xl text-muted">
            An invitation is a link that you send yourself. It lets one person in, once.
          </p>
          {state.made ? <NewInvitation {...state.made} /> : null}
          <InviteForm
            roles={rolesToGive(self.role)}
            action={invite}
            pending={inviting}
            problem={state.message}
          />
          <InvitationTable
            invitations={invitations}
            onRevoke={(id) => endInvitationAction(slug, id)}
          />
        </section>
      )}
      <section aria-labelledby="external" className="flex flex-col gap-3">
        <h2 id="external" className="text-base font-semibold">
          External raters
        </h2>
        <p className="max-w-xl text-muted">
          People without an account whose labels were made elsewhere and imported.
        </p>
        <ExternalRaterTable
          raters={props.externalRaters}
          onRename={
            mayAct(self.role, "admin") ? (id, name) => renameRaterAction(slug, id, name) : null
          }
        />
      </section>
    </Page>
  );
}
