import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useActionState } from "react";
import { ClientSetUp } from "@/components/imports/client-set-up";
import { FirstCallWatch } from "@/components/imports/first-call-watch";
import { SendFromProgram } from "@/components/imports/send-from-program";
import { CLIENT_IDS } from "@/lib/imports/set-up";
import { makeIngestKeyAction } from "@/app/w/[workspace]/imports/actions";
import { useNewestSent } from "@/app/w/[workspace]/imports/use-newest-sent";

const parser = parseAsStringLiteral(CLIENT_IDS);

/** The set-up of clients, the key for it, and the watch for what comes. */
export function ClientDoor(props: {
  slug: string;
  address: string;
  base: string;
  mayMake: boolean;
  /** Whether it stands open by itself, as where nothing has been imported. */
  openByDefault: boolean;
}) {
  const [client, setClient] = useQueryState("client", parser);
  const [key, make, making] = useActionState(makeIngestKeyAction.bind(null, props.slug), {
    message: null,
    made: null,
  });
  // a key that is shown once is not folded away
  const staysOpen = props.openByDefault || key.made !== null;
  const open = client !== null || staysOpen;
  const watched = useNewestSent(props.slug, key.made?.id ?? null, open);
  return (
    <SendFromProgram
      open={open}
      onOpen={() => setClient("otel")}
      onClose={staysOpen ? null : () => setClient(null)}
    >
      <ClientSetUp
        address={props.address}
        client={client ?? "otel"}
        onClient={setClient}
        made={key.made}
        makeKey={props.mayMake ? make : null}
        making={making}
        problem={key.message}
      />
      <FirstCallWatch {...watched} base={props.base} ofThisKey={key.made !== null} />
    </SendFromProgram>
  );
}
