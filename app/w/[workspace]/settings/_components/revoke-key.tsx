import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";

/** Revokes a key after asking once: it cannot be taken back. */
export function RevokeKey(props: { name: string; onRevoke: () => Promise<void> }) {
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const revoke = () =>
    start(async () => {
      await props.onRevoke();
      setOpen(false);
    });
  return (
    <Dialog
      title={`Revoke “${props.name}”?`}
      description="Whatever uses it is refused from now on. What it sent stays. This cannot be taken back."
      size="sm"
      open={open}
      onOpenChange={setOpen}
      trigger={<Button size="sm">Revoke</Button>}
      footer={
        <>
          <DialogClose render={<Button>Keep it</Button>} />
          <Button variant="danger" loading={pending} onClick={revoke}>
            Revoke the key
          </Button>
        </>
      }
    />
  );
}
