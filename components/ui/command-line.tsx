import { CopyButton } from "@/components/ui/copy-button";

/** A command to run elsewhere, ready to copy. */
export function CommandLine(props: {
  command: string;
  /** What it is, where several stand on a page. */
  label?: string;
}) {
  return (
    <div className="flex max-w-full items-start gap-1 rounded-md border border-line bg-panel py-1 pr-1 pl-3 text-left">
      <section
        aria-label={props.label ?? "Command"}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
        tabIndex={0}
        className="min-w-0 flex-1 overflow-x-auto py-1"
      >
        <pre className="font-mono text-xs leading-5">{props.command}</pre>
      </section>
      <CopyButton
        value={props.command}
        label={props.label ? `Copy ${props.label}` : "Copy command"}
      />
    </div>
  );
}
