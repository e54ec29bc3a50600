"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";

const SHOWN_FOR_MS = 1500;

/** Puts a text on the clipboard and says so in its place. */
export function CopyButton(props: { value: string; label?: string; className?: string }) {
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");
  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const names = {
    idle: props.label ?? "Copy",
    copied: "Copied",
    refused: "Not allowed here: select the text and copy it",
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.value);
      setState("copied");
    } catch {
      // No permission, or a page without TLS: then there is no clipboard at all.
      setState("refused");
    }
  };
  return (
    <>
      <IconButton label={names[state]} size="icon-sm" className={props.className} onClick={copy}>
        {state === "copied" ? (
          <Check aria-hidden className="size-3.5" />
        ) : (
          <Copy aria-hidden className="size-3.5 text-muted" />
        )}
      </IconButton>
      <output className="sr-only">{state === "idle" ? "" : names[state]}</output>
    </>
  );
}
