"use client";

import { type ReactNode, createContext, use, useMemo, useState } from "react";
import {
  DENSITY_COOKIE,
  type Density,
  THEME_COOKIE,
  type Theme,
} from "@/components/ui/preference-values";

type Preferences = {
  theme: Theme;
  density: Density;
  setTheme: (theme: Theme) => void;
  setDensity: (density: Density) => void;
};

const PreferencesContext = createContext<Preferences | null>(null);

const YEAR_IN_SECONDS = 31_536_000;

const remember = (name: string, value: string) => {
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR_IN_SECONDS}; samesite=lax`;
};

/** Holds theme and density for the page; the root layout passes what the cookies said. */
export function PreferencesProvider(props: {
  theme: Theme;
  density: Density;
  children: ReactNode;
}) {
  const [theme, showTheme] = useState(props.theme);
  const [density, showDensity] = useState(props.density);
  const preferences = useMemo<Preferences>(
    () => ({
      theme,
      density,
      setTheme: (next) => {
        remember(THEME_COOKIE, next);
        if (next === "system") delete document.documentElement.dataset.theme;
        else document.documentElement.dataset.theme = next;
        showTheme(next);
      },
      setDensity: (next) => {
        remember(DENSITY_COOKIE, next);
        document.documentElement.dataset.density = next;
        showDensity(next);
      },
    }),
    [theme, density],
  );
  return <PreferencesContext value={preferences}>{props.children}</PreferencesContext>;
}

/** Theme and density, and how to change them. */
export function usePreferences(): Preferences {
  const preferences = use(PreferencesContext);
  if (!preferences) throw new Error("usePreferences needs the PreferencesProvider of the layout.");
  return preferences;
}
