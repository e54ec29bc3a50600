import type { ComponentProps } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { Tooltip } from "@/components/ui/tooltip";

/** A button that is only an icon: its name is spoken, and shown on hover and focus. */
export function IconButton({
  label,
  keys,
  side,
  variant = "ghost",
  size = "icon",
  ...rest
}: Omit<ButtonProps, "aria-label"> & {
  label: string;
  keys?: string;
  side?: ComponentProps<typeof Tooltip>["side"];
}) {
  return (
    <Tooltip content={label} keys={keys} side={side}>
      <Button aria-label={label} variant={variant} size={size} {...rest} />
    </Tooltip>
  );
}
