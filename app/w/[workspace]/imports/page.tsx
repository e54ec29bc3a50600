import type { Metadata } from "next";
import { loadImports } from "@/lib/server/imports/load-imports";
import { ImportsScreen } from "./imports-screen";

export const metadata: Metadata = { title: "Imports" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
};

export default async function ImportsPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const { after } = await searchParams;
  const data = await loadImports(workspace, typeof after === "string" ? after : undefined);
  return <ImportsScreen slug={workspace} {...data} />;
}
