import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** Makes the account of somebody who comes for the first time, or leads to the sign-in. */
export function JoinAsNewPerson(props: {
  state: { message: string | null; name: string; email: string };
  pending: boolean;
  action: (form: FormData) => void;
  signInHref: string;
}) {
  const { state } = props;
  return (
    <>
      <form action={props.action} className="flex flex-col gap-4">
        {state.message ? <Alert tone="error">{state.message}</Alert> : null}
        <Field label="Your name" name="name" hint="As your team will see it beside your labels.">
          <Input defaultValue={state.name} required maxLength={100} autoComplete="name" />
        </Field>
        <Field label="Email" name="email">
          <Input type="email" defaultValue={state.email} required autoComplete="username" />
        </Field>
        <Field label="Password" name="password" hint="At least 10 characters.">
          <Input
            type="password"
            required
            minLength={10}
            maxLength={128}
            autoComplete="new-password"
          />
        </Field>
        <Button type="submit" variant="primary" loading={props.pending}>
          Make an account and join
        </Button>
      </form>
      <ButtonLink href={props.signInHref} variant="ghost">
        I have an account: sign in
      </ButtonLink>
    </>
  );
}
