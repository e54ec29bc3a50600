import type { ReactNode } from "react";
import { cn } from "@/components/ui/class-names";
import { CommandLine } from "@/components/ui/command-line";

/** Nothing here yet: says what would be, and the next deed with its button or command. */
export function EmptyState(props: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  command?: string;
  className?: string;
}) {
  return (
    <div className={cn("flex max-w-xl flex-col items-start gap-3 py-10", props.className)}>
      <h2 className="text-lg font-semibold">{props.title}</h2>
      {props.children ? <div className="text-base text-muted">{props.children}</div> : null}
      {props.action ? <div className="flex flex-wrap gap-2">{props.action}</div> : null}
      {props.command ? <CommandLine command={props.command} /> : null}
    </div>
  );
}
