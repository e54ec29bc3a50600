"use client";

import { useActionState } from "react";
import { signOut } from "@/app/sign-out";
import { formatDateTime } from "@/lib/display/time";
import { invitationPath } from "@/lib/workspaces/invitation";
import { joinAction, joinAsNewPersonAction } from "./actions";
import { ClosedInvitation } from "./_components/closed-invitation";
import { JoinAsMember } from "./_components/join-as-member";
import { JoinAsNewPerson } from "./_components/join-as-new-person";

type Person = { readonly name: string; readonly email: string };

export function InvitationScreen(props: {
  secret: string;
  state: "open" | "used" | "revoked" | "expired" | "unknown" | "inside";
  invitation: {
    readonly workspace: string;
    readonly role: string;
    readonly madeBy: string | null;
    readonly expiresAt: string;
  } | null;
  user: Person | null;
  homeHref: string | null;
}) {
  const { secret, state, invitation, user } = props;
  const [problem, join, joining] = useActionState(joinAction.bind(null, secret), null);
  const [made, make, making] = useActionState(joinAsNewPersonAction.bind(null, secret), {
    message: null,
    name: "",
    email: "",
  });
  if (state !== "open" || invitation === null) {
    return (
      <ClosedInvitation
        state={state === "open" ? "unknown" : state}
        workspace={invitation?.workspace ?? null}
        isSignedIn={user !== null}
        homeHref={props.homeHref}
      />
    );
  }
  const back = invitationPath(secret);
  return (
    <>
      <div className="flex flex-col gap-1">
        <h1 className="text-xl font-semibold">Join {invitation.workspace}</h1>
        <p className="text-sm text-muted">
          {invitation.madeBy ?? "Somebody"} invites you as {invitation.role}. The invitation lets
          one person in, until {formatDateTime(invitation.expiresAt)}.
        </p>
      </div>
      {user ? (
        <JoinAsMember
          user={user}
          problem={problem}
          pending={joining}
          action={join}
          onSignOut={() => signOut(back)}
        />
      ) : (
        <JoinAsNewPerson
          state={made}
          pending={making}
          action={make}
          signInHref={`/sign-in?to=${encodeURIComponent(back)}`}
        />
      )}
    </>
  );
}
