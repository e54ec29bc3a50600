import "@fontsource-variable/geist/index.css";
import "@fontsource-variable/geist-mono/index.css";
import "./globals.css";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import {
  DENSITY_COOKIE,
  THEME_COOKIE,
  parseDensity,
  parseTheme,
} from "@/components/ui/preference-values";
import { PreferencesProvider } from "@/components/ui/preferences";
import { Toaster } from "@/components/ui/toaster";

export const metadata: Metadata = {
  title: { default: "Assay", template: "%s · Assay" },
  description:
    "Which of your agent's LLM calls can a small language model take, what would that save, and how sure are we?",
};

/** The document. The cookies are read here, so that the first paint has the chosen look. */
export default async function RootLayout(props: { children: ReactNode }) {
  const jar = await cookies();
  const theme = parseTheme(jar.get(THEME_COOKIE)?.value);
  const density = parseDensity(jar.get(DENSITY_COOKIE)?.value);
  return (
    <html lang="en" data-theme={theme === "system" ? undefined : theme} data-density={density}>
      <body>
        <PreferencesProvider theme={theme} density={density}>
          <NuqsAdapter>{props.children}</NuqsAdapter>
          <Toaster />
        </PreferencesProvider>
      </body>
    </html>
  );
}
