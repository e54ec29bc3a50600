import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { CommandLine } from "@/components/ui/command-line";
import { Tabs } from "@/components/ui/tabs";
import { type ClientId, clientSetUps } from "@/lib/imports/set-up";

/** Ready-to-paste set-up, a tab for each client, with the real address and a key just made. */
export function ClientSetUp(props: {
  address: string;
  client: ClientId;
  onClient: (client: ClientId) => void;
  /** The key that was just made here, the only time that it can be read. */
  made: { name: string; secret: string } | null;
  /** Null for people who may make none. */
  makeKey: ((form: FormData) => void) | null;
  making: boolean;
  problem: string | null;
}) {
  const setUps = clientSetUps(props.address, props.made?.secret ?? null);
  const chosen = setUps.find(({ id }) => id === props.client);
  return (
    <div className="flex flex-col gap-4">
      <Tabs
        label="Clients"
        value={props.client}
        onChange={props.onClient}
        tabs={setUps.map(({ id, label, blocks, note }) => ({
          value: id,
          label,
          panel: (
            <div className="flex max-w-3xl flex-col gap-3">
              {blocks.map(({ title, text }) => (
                <div key={title} className="flex flex-col gap-1">
                  <h3 className="text-sm font-medium">{title}</h3>
                  <CommandLine command={text} label={`${label}: ${title}`} />
                </div>
              ))}
              <p className="max-w-prose text-sm text-muted">{note}</p>
            </div>
          ),
        }))}
      />
      {props.problem ? <Alert tone="error">{props.problem}</Alert> : null}
      {props.made ? (
        <Alert
          tone="warn"
          title={`The key “${props.made.name}” stands above: copy it now, it is not shown again`}
          className="max-w-3xl"
        >
          It may send traces and read nothing. The settings list and revoke it.
        </Alert>
      ) : null}
      {props.makeKey ? (
        <form action={props.makeKey}>
          <input type="hidden" name="name" value={`${chosen?.label ?? "client"} set-up`} />
          <Button type="submit" loading={props.making}>
            {props.made ? "Make another key" : "Make a key for this"}
          </Button>
        </form>
      ) : (
        <p className="text-sm text-muted">
          An owner or admin makes the API key, here or in the settings.
        </p>
      )}
    </div>
  );
}
