import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { SHORTCUTS, type ShortcutScope } from "@/lib/shortcuts";

const SCOPES: readonly { scope: ShortcutScope; name: string }[] = [
  { scope: "global", name: "Everywhere" },
  { scope: "table", name: "Lists and charts" },
  { scope: "rows", name: "In a list" },
  { scope: "label", name: "While labelling" },
];

/** Every key by where it works. Opened with `?`. */
export function ShortcutSheet(props: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog title="Keys" size="lg" open={props.open} onOpenChange={props.onOpenChange}>
      <div className="gap-8 sm:columns-2">
        {SCOPES.map(({ scope, name }) => (
          <section key={scope} className="break-inside-avoid-column pb-4">
            <h3 className="pb-1 text-xs font-medium text-muted">{name}</h3>
            <dl>
              {SHORTCUTS.filter((shortcut) => shortcut.scope === scope).map((shortcut) => (
                <div
                  key={shortcut.id}
                  className="flex h-8 items-center justify-between gap-4 border-b border-line"
                >
                  <dt>{shortcut.name}</dt>
                  <dd className="flex items-center gap-1 text-muted">
                    <Kbd keys={shortcut.keys[0]} />
                    {shortcut.keys.length > 1 ? (
                      <>
                        to <Kbd keys={shortcut.keys.at(-1) ?? ""} />
                      </>
                    ) : null}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
