"use client";

import { FileUp } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";

/** The id of the button that asks for a file. */
export const CHOOSE_FILE = "choose-file";

/** Takes files: dropped anywhere on the page, or chosen. */
export function DropZone(props: { onFiles: (files: File[]) => void; busy: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  const { onFiles } = props;
  const over = usePageDrop(onFiles);
  return (
    <section
      aria-label="Add traces"
      className={cn(
        "flex flex-col items-start gap-3 rounded-lg border border-dashed border-line-strong p-5",
        over && "border-accent bg-accent-soft",
      )}
    >
      <div className="flex items-center gap-3">
        <FileUp aria-hidden className="size-5 text-muted" />
        <h2 className="text-base font-semibold">
          {over ? "Let go to import" : "Drop a trace file anywhere on this page"}
        </h2>
      </div>
      <p className="max-w-prose text-sm text-muted">
        JSONL, JSON, CSV or Parquet, plain or gzipped: exports of Langfuse, LangSmith and Phoenix,
        OTLP, logs of OpenAI, Anthropic and LiteLLM, or{" "}
        <code>{"{step_type, prompt, response, tool_context, correct}"}</code>. The file tells its
        shape. Every record is accounted for; a file sent twice changes nothing.
      </p>
      <input
        ref={input}
        type="file"
        multiple
        className="sr-only"
        tabIndex={-1}
        aria-label="Trace files"
        accept=".jsonl,.ndjson,.json,.csv,.tsv,.parquet,.gz,application/json,text/csv,application/gzip"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <Button id={CHOOSE_FILE} variant="primary" onClick={() => input.current?.click()}>
        {props.busy ? "Add another file" : "Choose a file"}
      </Button>
    </section>
  );
}

/** Watches the whole page for dropped files; true while some hang over it. */
function usePageDrop(onFiles: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setOver(false);
      onFiles([...event.dataTransfer.files]);
    };
    window.addEventListener("dragover", onOver);
    window.addEventListener("dragleave", onLeave);
    window.addEventListener("drop", onDrop);
    return () => {
      window.removeEventListener("dragover", onOver);
      window.removeEventListener("dragleave", onLeave);
      window.removeEventListener("drop", onDrop);
    };
  }, [onFiles]);
  return over;
}
