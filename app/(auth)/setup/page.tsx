import type { Metadata } from "next";
import { loadSetup } from "@/lib/server/auth/load-setup";
import { SetupScreen } from "./setup-screen";

export const metadata: Metadata = { title: "Set up" };

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export default async function SetupPage({ searchParams }: Props) {
  const { token } = await searchParams;
  const given = typeof token === "string" ? token : "";
  return <SetupScreen token={given} state={await loadSetup(given)} />;
}
