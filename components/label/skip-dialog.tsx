"use client";

import { type FormEvent, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SKIP_REASON_LENGTH, SKIP_REASONS } from "@/lib/labelling/skip-input";

/** Asks why an item is passed over. One of the usual reasons, or one's own words and Enter. */
export function SkipDialog(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Answers why it could not be skipped, or null. */
  onSkip: (reason: string) => Promise<string | null>;
}) {
  const [reason, setReason] = useState("");
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const close = (open: boolean) => {
    setReason("");
    setProblem(null);
    props.onOpenChange(open);
  };
  const skip = async (said: string) => {
    if (sending) return;
    setSending(true);
    const why = await props.onSkip(said);
    setSending(false);
    if (why === null) close(false);
    else setProblem(why);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== "") void skip(reason);
  };
  return (
    <Dialog
      title="Skip this item"
      description="It goes to others, and comes back to you only if you ask for what you skipped."
      size="sm"
      open={props.open}
      onOpenChange={close}
    >
      <form onSubmit={onSubmit} className="flex flex-col gap-3">
        <Field label="Why">
          <Input
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog asks this one thing
            autoFocus
            value={reason}
            maxLength={SKIP_REASON_LENGTH}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Field>
        <div className="flex flex-col items-start gap-1">
          {SKIP_REASONS.map((usual) => (
            <Button
              key={usual}
              variant="ghost"
              size="sm"
              disabled={sending}
              onClick={() => void skip(usual)}
            >
              {usual}
            </Button>
          ))}
        </div>
        {problem === null ? null : (
          <Alert tone="error" title="It was not skipped">
            {problem}
          </Alert>
        )}
        <Button
          type="submit"
          variant="primary"
          loading={sending}
          disabled={reason.trim() === ""}
          className="self-end"
        >
          Skip it
        </Button>
      </form>
    </Dialog>
  );
}
