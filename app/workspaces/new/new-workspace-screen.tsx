"use client";

import { useActionState } from "react";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { createWorkspaceAction, openSampleAction } from "./actions";

export function NewWorkspaceScreen(props: { name: string; homeHref: string | null }) {
  const [problem, create, creating] = useActionState(createWorkspaceAction, null);
  const [sampleProblem, openSample, opening] = useActionState(openSampleAction, null);
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-2xl flex-col justify-center gap-8 px-4 py-12">
      <div className="absolute top-3 right-3">
        <ThemeSwitch />
      </div>
      <div className="flex flex-col gap-1">
        <h1 className="text-xl font-semibold">
          {props.homeHref ? "New workspace" : `Welcome, ${props.name}`}
        </h1>
        <p className="text-sm text-muted">
          A workspace holds the traces of one agent, the labels of its reviewers, and the routes
          that follow from them.
        </p>
      </div>
      <div className="grid gap-8 sm:grid-cols-2 sm:gap-12">
        <form action={create} className="flex flex-col gap-4">
          <h2 className="font-semibold">Start with your own traces</h2>
          {problem ? <Alert tone="error">{problem}</Alert> : null}
          <Field label="Name" name="name" hint="Your team or your agent, such as Acme support.">
            <Input required maxLength={60} />
          </Field>
          <Button type="submit" variant="primary" loading={creating} className="self-start">
            Create workspace
          </Button>
        </form>
        <form action={openSample} className="flex flex-col items-start gap-4">
          <h2 className="font-semibold">Look at the sample first</h2>
          {sampleProblem ? <Alert tone="error">{sampleProblem}</Alert> : null}
          <p className="text-sm text-muted">
            A support agent made by a generator: some 1,500 calls over six step types, a draw, and
            the labels of three sample raters. It takes a few seconds.
          </p>
          <Button type="submit" loading={opening}>
            Open the sample workspace
          </Button>
        </form>
      </div>
      {props.homeHref ? (
        <ButtonLink href={props.homeHref} variant="ghost" className="self-start">
          Back
        </ButtonLink>
      ) : null}
    </main>
  );
}
