"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuRadioGroup } from "@/components/ui/menu";
import type { Theme } from "@/components/ui/preference-values";
import { usePreferences } from "@/components/ui/preferences";

const LOOKS: readonly { value: Theme; name: string; icon: typeof Sun }[] = [
  { value: "system", name: "System", icon: Monitor },
  { value: "light", name: "Light", icon: Sun },
  { value: "dark", name: "Dark", icon: Moon },
];

/** Light, dark, or as the system has it. */
export function ThemeSwitch() {
  const { theme, setTheme } = usePreferences();
  const Icon = LOOKS.find((look) => look.value === theme)?.icon ?? Monitor;
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label="Theme">
          <Icon aria-hidden className="size-4" />
        </IconButton>
      }
    >
      <MenuRadioGroup
        label="Theme"
        value={theme}
        onChange={setTheme}
        options={LOOKS.map((look) => ({
          value: look.value,
          label: (
            <>
              <look.icon aria-hidden className="size-4 text-muted" />
              {look.name}
            </>
          ),
        }))}
      />
    </Menu>
  );
}
