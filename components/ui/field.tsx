import { Field as Base } from "@base-ui/react/field";
import { OctagonAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/class-names";

/** A control with its name, a hint, and what is wrong with it. */
export function Field(props: {
  label: string;
  hint?: ReactNode;
  /** What is wrong and what to do; null when nothing is. */
  error?: string | null | undefined;
  optional?: boolean;
  name?: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <Base.Root
      name={props.name}
      invalid={Boolean(props.error)}
      className={cn("flex flex-col items-stretch gap-1", props.className)}
    >
      <Base.Label className="w-fit text-sm font-medium">
        {props.label}
        {props.optional ? <span className="font-normal text-muted"> (optional)</span> : null}
      </Base.Label>
      {props.children}
      {props.hint ? (
        <Base.Description className="text-xs text-muted">{props.hint}</Base.Description>
      ) : null}
      <Base.Error match={Boolean(props.error)} className="flex gap-1.5 text-sm font-medium">
        <OctagonAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span role="alert">{props.error}</span>
      </Base.Error>
    </Base.Root>
  );
}
