import type { ReactNode } from "react";
import { ForeignText } from "@/components/ui/foreign-text";
import type { ShownMessage } from "@/lib/calls/shown-message";
import { formatBytes } from "@/lib/display/count";

/** Whose message it is and how large; `children` stands at the end. */
export function MessageHead(props: {
  message: Pick<ShownMessage, "role" | "name" | "bytes">;
  children?: ReactNode;
}) {
  const { role, name, bytes } = props.message;
  return (
    <span className="flex min-w-0 items-center gap-2 text-xs text-muted">
      <ForeignText text={role} className="shrink-0 font-medium text-ink" />
      {name === null ? null : <ForeignText text={name} mono className="max-w-48" />}
      <span className="shrink-0 tabular-nums">{formatBytes(bytes)}</span>
      {props.children}
    </span>
  );
}
