import { type ReactElement, useState, useTransition } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";

/** A deed that is asked about once before it is done; what went wrong is said where it was asked. */
export function AskFirst(props: {
  title: string;
  description: string;
  deed: string;
  trigger: ReactElement;
  /** Does it; what comes back is what went wrong, or null. */
  onDo: () => Promise<string | null>;
}) {
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const change = (isOpen: boolean) => {
    setOpen(isOpen);
    setProblem(null);
  };
  const run = () =>
    start(async () => {
      const why = await props.onDo();
      setProblem(why);
      if (why === null) setOpen(false);
    });
  return (
    <Dialog
      title={props.title}
      description={props.description}
      size="sm"
      open={open}
      onOpenChange={change}
      trigger={props.trigger}
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button variant="danger" loading={pending} onClick={run}>
            {props.deed}
          </Button>
        </>
      }
    >
      {problem === null ? null : <Alert tone="error">{problem}</Alert>}
    </Dialog>
  );
}
