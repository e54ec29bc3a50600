import { type FormEvent, useId, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** Gives a rater another name; the labels stay theirs. */
export function RenameRater(props: {
  name: string;
  onRename: (name: string) => Promise<string | null>;
}) {
  const form = useId();
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const change = (isOpen: boolean) => {
    setOpen(isOpen);
    setProblem(null);
  };
  const rename = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name"));
    start(async () => {
      const why = await props.onRename(name);
      setProblem(why);
      if (why === null) setOpen(false);
    });
  };
  return (
    <Dialog
      title={`Rename “${props.name}”`}
      description="Labels that are imported later under the old name belong to a new rater."
      size="sm"
      open={open}
      onOpenChange={change}
      trigger={
        <Button size="sm" aria-label={`Rename ${props.name}`}>
          Rename
        </Button>
      }
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button type="submit" form={form} variant="primary" loading={pending}>
            Rename
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={rename}>
        <Field label="Name" name="name" error={problem}>
          <Input defaultValue={props.name} required maxLength={100} autoComplete="off" />
        </Field>
      </form>
    </Dialog>
  );
}
