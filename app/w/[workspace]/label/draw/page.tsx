import type { Metadata } from "next";
import { loadDrawPage } from "@/lib/server/labelling/load-draw-page";
import { DrawScreen } from "./draw-screen";

export const metadata: Metadata = { title: "Draw calls" };

type Props = { params: Promise<{ workspace: string }> };

export default async function DrawPage({ params }: Props) {
  const { workspace } = await params;
  return <DrawScreen slug={workspace} {...await loadDrawPage(workspace)} />;
}
