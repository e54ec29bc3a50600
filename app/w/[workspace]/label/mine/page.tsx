import type { Metadata } from "next";
import { loadOwnLabels } from "@/lib/server/labelling/load-own-labels";
import { OwnLabelsScreen } from "./own-labels-screen";

export const metadata: Metadata = { title: "Your labels" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ draw?: string | string[] }>;
};

export default async function OwnLabelsPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const { draw } = await searchParams;
  return <OwnLabelsScreen base={`/w/${workspace}`} own={await loadOwnLabels(workspace, draw)} />;
}
