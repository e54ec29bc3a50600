import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";

/** One press for who is signed in already. */
export function JoinAsMember(props: {
  user: { readonly name: string; readonly email: string };
  problem: string | null;
  pending: boolean;
  action: () => void;
  onSignOut: () => void;
}) {
  const { user } = props;
  return (
    <form action={props.action} className="flex flex-col gap-4">
      {props.problem ? <Alert tone="error">{props.problem}</Alert> : null}
      <p className="text-sm break-words">
        You are signed in as <strong>{user.name}</strong> ({user.email}).
      </p>
      <Button type="submit" variant="primary" loading={props.pending}>
        Join as {user.name}
      </Button>
      <Button variant="ghost" onClick={props.onSignOut}>
        Not you? Sign out
      </Button>
    </form>
  );
}
