import { useState } from "react";
import { DeleteDialog } from "@/components/deletion/delete-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { DoomedCounts } from "@/lib/deletion/deletion-scope";
import type { Result } from "@/lib/result";

/** Deletes, once and now, what is older than so many days. */
export function DeleteOlder(props: {
  count: (days: string) => Promise<Result<DoomedCounts>>;
  onDelete: (days: string) => Promise<string | null>;
}) {
  const [days, setDays] = useState("90");
  return (
    <div className="flex items-end gap-3">
      <Field label="Older than, days" name="older" className="w-36">
        <Input
          type="number"
          min={1}
          max={3650}
          step={1}
          value={days}
          onChange={(event) => setDays(event.target.value)}
        />
      </Field>
      <DeleteDialog
        label="Delete what is older"
        title={`Delete everything older than ${days} days?`}
        description="It goes in the background and cannot be taken back. A call is as old as its start; one without a time, as its trace or its import."
        emptied="with something that old; those left empty go"
        count={() => props.count(days)}
        onDelete={() => props.onDelete(days)}
      />
    </div>
  );
}
