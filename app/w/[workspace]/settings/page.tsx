import type { Metadata } from "next";
import { loadSettings } from "@/lib/server/settings/load-settings";
import { SettingsScreen } from "./settings-screen";

export const metadata: Metadata = { title: "Settings" };

type Props = { params: Promise<{ workspace: string }> };

export default async function SettingsPage({ params }: Props) {
  const { workspace } = await params;
  return <SettingsScreen {...await loadSettings(workspace)} />;
}
