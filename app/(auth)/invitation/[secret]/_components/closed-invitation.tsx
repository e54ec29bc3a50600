import { ButtonLink } from "@/components/ui/button-link";

type Closed = "used" | "revoked" | "expired" | "unknown" | "inside";

const WHY: Record<Exclude<Closed, "inside">, { title: string; text: string }> = {
  used: {
    title: "This invitation has been used",
    text: "Each invitation lets one person in. If that was you, sign in; if not, ask whoever sent it for another.",
  },
  revoked: {
    title: "This invitation was taken back",
    text: "Ask whoever sent it for another, if that was a mistake.",
  },
  expired: {
    title: "This invitation has ended",
    text: "It was good for a few days only. Ask whoever sent it for another.",
  },
  unknown: {
    title: "There is no such invitation",
    text: "The link may have been cut off when it was copied, or its workspace is gone. Copy the whole link, or ask whoever sent it for another.",
  },
};

/** An invitation that lets nobody in here: why, and the way on. */
export function ClosedInvitation(props: {
  state: Closed;
  workspace: string | null;
  isSignedIn: boolean;
  homeHref: string | null;
}) {
  const { state, workspace, homeHref } = props;
  const { title, text } =
    state === "inside"
      ? { title: `You are in ${workspace} already`, text: "There is nothing more to do here." }
      : WHY[state];
  return (
    <>
      <div className="flex flex-col gap-1">
        <h1 className="text-xl font-semibold">{title}</h1>
        <p className="text-sm text-muted">{text}</p>
      </div>
      <ButtonLink href={homeHref ?? (props.isSignedIn ? "/" : "/sign-in")} variant="primary">
        {homeHref ? `Go to ${workspace}` : props.isSignedIn ? "Go to your workspaces" : "Sign in"}
      </ButtonLink>
    </>
  );
}
