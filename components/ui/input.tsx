import { Input as BaseInput } from "@base-ui/react/input";
import type { ComponentProps } from "react";
import { cn } from "@/components/ui/class-names";

export const controlStyle =
  "rounded-md border border-line-strong bg-canvas text-sm text-ink transition-colors hover:border-ink/60 disabled:opacity-50 data-invalid:border-ink data-invalid:border-l-4";

/** One line of text. Inside a Field it takes its name, hint and error from there. */
export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <BaseInput className={cn(controlStyle, "h-8 w-full px-2.5", className)} {...rest} />;
}
