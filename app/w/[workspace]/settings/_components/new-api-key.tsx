import { Alert } from "@/components/ui/alert";
import { CommandLine } from "@/components/ui/command-line";
import type { KeyScope } from "@/lib/workspaces/key-scope";

/** A new key, the only time that it can be read. */
export function NewApiKey(props: {
  name: string;
  scope: KeyScope;
  secret: string;
  baseUrl: string;
}) {
  const { scope, secret, baseUrl } = props;
  const api = `curl -H "Authorization: Bearer ${secret}"`;
  return (
    <Alert tone="warn" title={`Copy the key “${props.name}” now: it is not shown again`}>
      <div className="flex flex-col gap-2 pt-1">
        <CommandLine command={secret} />
        <p>{scope === "read" ? "Read calls with it:" : "Send a file of traces with it:"}</p>
        <CommandLine
          command={
            scope === "read"
              ? `${api} "${baseUrl}/api/v1/calls?limit=10"`
              : `${api} --data-binary @traces.jsonl "${baseUrl}/api/v1/imports?name=traces.jsonl"`
          }
        />
      </div>
    </Alert>
  );
}
