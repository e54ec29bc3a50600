import { Alert } from "@/components/ui/alert";
import { CommandLine } from "@/components/ui/command-line";

/** A new key, the only time that it can be read. */
export function NewApiKey(props: { name: string; secret: string; baseUrl: string }) {
  return (
    <Alert tone="warn" title={`Copy the key “${props.name}” now: it is not shown again`}>
      <div className="flex flex-col gap-2 pt-1">
        <CommandLine command={props.secret} />
        <p>Send a file of traces with it:</p>
        <CommandLine
          command={`curl -H "Authorization: Bearer ${props.secret}" --data-binary @traces.jsonl "${props.baseUrl}/api/v1/imports?name=traces.jsonl"`}
        />
      </div>
    </Alert>
  );
}
