import { Field } from "@base-ui/react/field";
import type { ComponentProps } from "react";
import { cn } from "@/components/ui/class-names";
import { controlStyle } from "@/components/ui/input";

/** Several lines of text; grows with what is typed. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<"textarea">) {
  return (
    <Field.Control
      render={
        <textarea
          rows={rows}
          className={cn(controlStyle, "field-sizing-content w-full px-2.5 py-1.5", className)}
          {...rest}
        />
      }
    />
  );
}
