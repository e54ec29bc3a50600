"use client";

import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { formatCounted } from "@/lib/display/count";
import type { DrawCheck } from "@/lib/labelling/check-record";

/** Draws a draw again from its record and says what came out. */
export function CheckDraw(props: {
  number: number;
  /** Asks for the check; null when it could not be made. */
  onCheck: () => Promise<DrawCheck | null>;
}) {
  const [state, setState] = useState<"closed" | "asking" | "failed" | DrawCheck>("closed");
  const check = async () => {
    setState("asking");
    setState((await props.onCheck()) ?? "failed");
  };
  return (
    <>
      <Button size="sm" loading={state === "asking"} onClick={() => void check()}>
        Check
      </Button>
      <Dialog
        title={`Draw ${props.number}, drawn again`}
        description="From its record: the frame as it was frozen, the seed and the numbers drawn"
        open={state === "failed" || typeof state === "object"}
        onOpenChange={(open) => {
          if (!open) setState("closed");
        }}
      >
        {state === "failed" ? (
          <Alert tone="error" title="It could not be checked">
            The server did not answer. Try again.
          </Alert>
        ) : typeof state === "object" ? (
          <CheckResult check={state} />
        ) : null}
      </Dialog>
    </>
  );
}

function CheckResult({ check }: { check: DrawCheck }) {
  if (check.identical) {
    return (
      <Alert title="Identical">
        The same {formatCounted(check.items, "item")}, in the same order, with the same
        probabilities, from {formatCounted(check.frameCalls, "call")}.
      </Alert>
    );
  }
  return (
    <Alert tone="warn" title="It does not come out the same">
      <ul className="list-disc pl-4">
        {check.differences.map((said) => (
          <li key={said}>{said}</li>
        ))}
      </ul>
    </Alert>
  );
}
