"use client";

import { type FormEvent, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

export function SignInScreen(props: {
  /** A path of this server, to go on to. */
  to: string;
}) {
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setPending(true);
    const refusal = await signIn(String(form.get("email")), String(form.get("password")));
    // a full load, so that nothing of the page before the sign-in is kept
    if (refusal === null) window.location.assign(props.to);
    else {
      setProblem(refusal);
      setPending(false);
    }
  };
  return (
    <>
      <h1 className="text-xl font-semibold">Sign in</h1>
      {/* post, so that a press before the page is alive writes no password into the address */}
      <form method="post" onSubmit={submit} className="flex flex-col gap-4">
        {problem ? <Alert tone="error">{problem}</Alert> : null}
        <Field label="Email" name="email">
          <Input type="email" required autoComplete="username" />
        </Field>
        <Field label="Password" name="password">
          <Input type="password" required autoComplete="current-password" />
        </Field>
        <Button type="submit" variant="primary" loading={pending}>
          Sign in
        </Button>
      </form>
    </>
  );
}

/** Goes through the accounts endpoint, where tries are counted. Null when signed in. */
async function signIn(email: string, password: string): Promise<string | null> {
  const answer = await fetch("/api/auth/sign-in/email", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  }).catch(() => null);
  if (answer === null) return "Assay did not answer. Look whether it is running, then try again.";
  if (answer.ok) return null;
  if (answer.status === 429) {
    const seconds = answer.headers.get("x-retry-after") ?? "60";
    return `Too many tries. Wait ${seconds} seconds, then try again.`;
  }
  if (answer.status === 401) return "No account has this email and password.";
  return `Assay could not sign you in (status ${answer.status}). The server's log says why.`;
}
