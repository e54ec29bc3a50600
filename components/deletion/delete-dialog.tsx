import { useState, useTransition } from "react";
import { DoomedList } from "@/components/deletion/doomed-list";
import { Alert } from "@/components/ui/alert";
import { Button, type ButtonProps } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { DoomedCounts } from "@/lib/deletion/deletion-scope";
import type { Result } from "@/lib/result";

/** Says exactly what will go, counted when it opens, and deletes it after asking once. */
export function DeleteDialog(props: {
  /** What the button that opens it says, such as "Delete this import". */
  label: string;
  title: string;
  description: string;
  /** What becomes of the traces that are counted. */
  emptied: string;
  size?: ButtonProps["size"];
  /** What has to be typed before it can go. */
  typed?: string;
  count: () => Promise<Result<DoomedCounts>>;
  /** Deletes; what comes back is what went wrong, or null. */
  onDelete: () => Promise<string | null>;
}) {
  const [open, setOpen] = useState(false);
  const [counted, setCounted] = useState<Result<DoomedCounts> | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [typed, setTyped] = useState("");
  const [pending, start] = useTransition();
  const change = (isOpen: boolean) => {
    setOpen(isOpen);
    if (!isOpen) return;
    setCounted(null);
    setProblem(null);
    setTyped("");
    start(async () => setCounted(await props.count()));
  };
  const remove = () =>
    start(async () => {
      const why = await props.onDelete();
      setProblem(why);
      if (why === null) setOpen(false);
    });
  const isReady = counted?.ok === true && (props.typed === undefined || typed === props.typed);
  const why = problem ?? (counted?.ok === false ? counted.message : null);
  return (
    <Dialog
      title={props.title}
      description={props.description}
      open={open}
      onOpenChange={change}
      trigger={<Button size={props.size}>{props.label}</Button>}
      footer={
        <>
          <DialogClose render={<Button>Keep it</Button>} />
          <Button
            variant="danger"
            loading={pending && counted !== null}
            disabled={!isReady}
            onClick={remove}
          >
            Delete for good
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {why ? <Alert tone="error">{why}</Alert> : null}
        {counted?.ok === false ? null : (
          <DoomedList counts={counted?.value ?? null} emptied={props.emptied} />
        )}
        {props.typed === undefined ? null : (
          <Field label={`Type “${props.typed}” to delete it`} name="typed">
            <Input
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </Field>
        )}
      </div>
    </Dialog>
  );
}
