import { Badge } from "@/components/ui/badge";
import { Table, TableCell, TableHead } from "@/components/ui/table";
import { formatDateTime } from "@/lib/display/time";
import { type KeyScope, SCOPE_WORDS } from "@/lib/workspaces/key-scope";
import { RevokeKey } from "./revoke-key";

export type ApiKeyEntry = {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scope: KeyScope;
  readonly madeBy: string | null;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
};

/** The keys of a workspace, working ones first. Only the beginning of a secret is known. */
export function ApiKeyTable(props: {
  keys: readonly ApiKeyEntry[];
  /** Null for people who may not. */
  onRevoke: ((id: string, name: string) => Promise<void>) | null;
}) {
  const { onRevoke } = props;
  if (props.keys.length === 0) return <p className="text-muted">There is no key yet.</p>;
  return (
    <section
      aria-label="API keys"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto"
    >
      <Table>
        <thead>
          <tr>
            <TableHead className="pl-0">for</TableHead>
            <TableHead>begins with</TableHead>
            <TableHead>may</TableHead>
            <TableHead>made</TableHead>
            <TableHead>by</TableHead>
            <TableHead>last used</TableHead>
            <TableHead className="w-full">state</TableHead>
          </tr>
        </thead>
        <tbody>
          {props.keys.map((key) => (
            <tr key={key.id} className={key.revokedAt ? "text-muted" : undefined}>
              <TableCell className="max-w-64 truncate pl-0 font-medium">{key.name}</TableCell>
              <TableCell className="font-mono">{key.prefix}…</TableCell>
              <TableCell>{SCOPE_WORDS[key.scope]}</TableCell>
              <TableCell>{formatDateTime(key.createdAt)}</TableCell>
              <TableCell>{key.madeBy ?? "–"}</TableCell>
              <TableCell>{key.lastUsedAt ? formatDateTime(key.lastUsedAt) : "never"}</TableCell>
              <TableCell>
                {key.revokedAt ? (
                  <Badge tone="outline">revoked {formatDateTime(key.revokedAt)}</Badge>
                ) : onRevoke ? (
                  <RevokeKey name={key.name} onRevoke={() => onRevoke(key.id, key.name)} />
                ) : (
                  "works"
                )}
              </TableCell>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
