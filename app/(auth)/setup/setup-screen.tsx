"use client";

import { useActionState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { setUpAction } from "./actions";

export function SetupScreen(props: { token: string; state: "open" | "closed" | "done" }) {
  const [state, act, pending] = useActionState(setUpAction, { message: null, name: "", email: "" });
  if (props.state === "done") return <AlreadySetUp />;
  if (props.state === "closed") return <LinkClosed />;
  return (
    <>
      <div className="flex flex-col gap-1">
        <h1 className="text-xl font-semibold">Set up Assay</h1>
        <p className="text-sm text-muted">You become its owner. This link works once.</p>
      </div>
      <form action={act} className="flex flex-col gap-4">
        <input type="hidden" name="token" value={props.token} />
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
        <Button type="submit" variant="primary" loading={pending}>
          Create the owner’s account
        </Button>
      </form>
    </>
  );
}

function AlreadySetUp() {
  return (
    <>
      <h1 className="text-xl font-semibold">Assay is set up</h1>
      <p className="text-sm text-muted">There is an owner already. Sign in to go on.</p>
      <ButtonLink href="/sign-in" variant="primary">
        Sign in
      </ButtonLink>
    </>
  );
}

function LinkClosed() {
  return (
    <>
      <h1 className="text-xl font-semibold">This set-up link does not work</h1>
      <p className="text-sm text-muted">
        It has been used, is older than a day, or was cut off when it was copied. Stop Assay and
        start it again with <code>npm start</code>: while there is no owner it prints a new link.
      </p>
    </>
  );
}
