import type { Metadata } from "next";
import { loadDrawPage } from "@/lib/server/labelling/load-draw-page";
import { DrawScreen } from "./draw-screen";

export const metadata: Metadata = { title: "Draw calls" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function DrawPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  return <DrawScreen slug={workspace} {...await loadDrawPage(workspace, await searchParams)} />;
}
