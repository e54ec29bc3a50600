import type { VariantProps } from "class-variance-authority";
import { Link } from "@/components/ui/link";
import type { ComponentProps } from "react";
import { buttonStyle } from "@/components/ui/button-style";
import { cn } from "@/components/ui/class-names";

/** A link that looks like a button: it goes somewhere, so it stays a link. */
export function ButtonLink({
  variant,
  size,
  className,
  ...rest
}: ComponentProps<typeof Link> & VariantProps<typeof buttonStyle>) {
  return <Link className={cn(buttonStyle({ variant, size }), className)} {...rest} />;
}
