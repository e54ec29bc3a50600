/** What a person chose for their own eyes. Kept in cookies, so that the server draws it at once. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export const DENSITIES = ["compact", "comfortable"] as const;
export type Density = (typeof DENSITIES)[number];

export const THEME_COOKIE = "theme";
export const DENSITY_COOKIE = "density";

/** Reads the theme cookie; anything unknown follows the system. */
export const parseTheme = (value: string | undefined): Theme =>
  THEMES.find((theme) => theme === value) ?? "system";

/** Reads the density cookie; anything unknown is compact. */
export const parseDensity = (value: string | undefined): Density =>
  DENSITIES.find((density) => density === value) ?? "compact";
