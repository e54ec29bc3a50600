import { CircleUser, Keyboard, LogOut } from "lucide-react";
import { useFrame } from "@/components/shell/frame-context";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuGroup, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { keysOf } from "@/lib/shortcuts";

/** Who is signed in, the keys, and the way out. */
export function UserMenu() {
  const { user, onSignOut, openShortcutSheet } = useFrame();
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label="Account">
          <CircleUser aria-hidden className="size-4" />
        </IconButton>
      }
    >
      <MenuGroup
        label={
          <>
            <span className="block truncate font-medium text-ink">{user.name}</span>
            <span className="block truncate">{user.email}</span>
          </>
        }
      >
        <MenuSeparator />
        <MenuItem onSelect={openShortcutSheet} keys={keysOf("show-shortcuts")}>
          <Keyboard aria-hidden />
          Keys
        </MenuItem>
        <MenuItem onSelect={onSignOut}>
          <LogOut aria-hidden />
          Sign out
        </MenuItem>
      </MenuGroup>
    </Menu>
  );
}
