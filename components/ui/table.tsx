import type { ComponentProps } from "react";
import { cn } from "@/components/ui/class-names";

/** The plain table of the house; lists from the server use components/data-table. */
export function Table({ className, ...rest }: ComponentProps<"table">) {
  return <table className={cn("w-full border-separate border-spacing-0", className)} {...rest} />;
}

export function TableHead({ className, ...rest }: ComponentProps<"th">) {
  return (
    <th
      scope="col"
      className={cn(
        "h-row border-b border-line bg-canvas px-3 text-left text-xs font-medium whitespace-nowrap text-muted",
        className,
      )}
      {...rest}
    />
  );
}

export function TableCell({ className, ...rest }: ComponentProps<"td">) {
  return (
    <td
      className={cn("h-row border-b border-line px-3 text-cell whitespace-nowrap", className)}
      {...rest}
    />
  );
}

/** A cell for a number: to the right, in tabular figures. */
export function TableNumber({ className, ...rest }: ComponentProps<"td">) {
  return <TableCell className={cn("text-right tabular-nums", className)} {...rest} />;
}
