import { ChevronsUpDown, Plus } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Menu, MenuGroup, MenuLink, MenuSeparator } from "@/components/ui/menu";

export type WorkspaceChoice = { slug: string; name: string; sample: boolean };

/** Shows where one is and leads to the other workspaces. */
export function WorkspaceSwitcher(props: {
  current: WorkspaceChoice;
  workspaces: readonly WorkspaceChoice[];
  /** Where a new one is made; null hides the entry. */
  newHref: string | null;
}) {
  return (
    <Menu
      trigger={
        <Button
          variant="ghost"
          className="w-full min-w-0 shrink justify-start px-2"
          aria-label={`Workspace ${props.current.name}; switch`}
        >
          <span className="truncate font-semibold">{props.current.name}</span>
          {props.current.sample ? <Badge tone="outline">sample</Badge> : null}
          <ChevronsUpDown aria-hidden className="ml-auto size-3.5 shrink-0 text-muted" />
        </Button>
      }
    >
      <MenuGroup label="Workspaces">
        {props.workspaces.map((workspace) => (
          <MenuLink
            key={workspace.slug}
            href={`/w/${workspace.slug}`}
            current={workspace.slug === props.current.slug}
          >
            <span className="truncate">{workspace.name}</span>
            {workspace.sample ? <Badge tone="outline">sample</Badge> : null}
          </MenuLink>
        ))}
      </MenuGroup>
      {props.newHref ? (
        <>
          <MenuSeparator />
          <MenuLink href={props.newHref}>
            <Plus aria-hidden />
            New workspace
          </MenuLink>
        </>
      ) : null}
    </Menu>
  );
}
