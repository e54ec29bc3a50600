"use client";

import { type ReadWhole, useWholeMessage } from "@/components/trace/use-whole-message";
import { Button } from "@/components/ui/button";
import { ForeignText } from "@/components/ui/foreign-text";

/** Response format, sampling parameters and the rest of what was sent beside the messages. */
export function SettingsView(props: {
  settings: { text: string; cut: boolean };
  readWhole: ReadWhole;
}) {
  const { settings } = props;
  const { state, read } = useWholeMessage("settings", props.readWhole);
  return (
    <>
      <ForeignText
        text={state.step === "read" ? state.text : settings.text}
        preserve
        mono
        className="rounded-md bg-sunken px-2.5 py-2"
      />
      {settings.cut && state.step !== "read" ? (
        <Button size="sm" loading={state.step === "reading"} onClick={read} className="mt-1">
          Read all settings
        </Button>
      ) : null}
      {state.step === "failed" ? <p role="alert">{state.reason}</p> : null}
    </>
  );
}
