"use client";

import { X } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { Alert } from "@/components/ui/alert";
import { ForeignText } from "@/components/ui/foreign-text";
import { IconButton } from "@/components/ui/icon-button";

export type RefusedFile = { id: string; name: string; message: string; action?: ReactNode };

/**
 * Files that were not imported, and why, until somebody has read it: each goes by its button, or by
 * Escape there. Focus then lies on the next one, or where another file is chosen.
 */
export function RefusedFiles(props: {
  files: readonly RefusedFile[];
  onDismiss: (id: string) => void;
  /** The id of the element that takes the focus when none is left. */
  focusAfter: string;
}) {
  const list = useRef<HTMLUListElement>(null);
  const dismiss = (id: string, at: number) => {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>("[data-dismiss]") ?? [])];
    const next = buttons[at + 1] ?? buttons[at - 1] ?? document.getElementById(props.focusAfter);
    next?.focus();
    props.onDismiss(id);
  };
  if (props.files.length === 0) return null;
  return (
    <ul ref={list} aria-label="Files that were not imported" className="flex flex-col gap-2">
      {props.files.map(({ id, name, message, action }, at) => (
        <li key={id}>
          <Alert
            tone="error"
            title={<ForeignText text={name} />}
            action={
              <span className="flex items-center gap-1">
                {action}
                <IconButton
                  label={`Dismiss ${name}`}
                  data-dismiss
                  onClick={() => dismiss(id, at)}
                  onKeyDown={(event) => {
                    if (event.key === "Escape") dismiss(id, at);
                  }}
                >
                  <X aria-hidden className="size-4" />
                </IconButton>
              </span>
            }
          >
            {message}
          </Alert>
        </li>
      ))}
    </ul>
  );
}
