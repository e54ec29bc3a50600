import type { Metadata } from "next";
import { loadLabelPage } from "@/lib/server/labelling/load-label-page";
import { LabelScreen } from "./label-screen";
import { NothingToLabel } from "./_components/nothing-to-label";

export const metadata: Metadata = { title: "Label" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function LabelPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const data = await loadLabelPage(workspace, await searchParams);
  if (data.state !== "labelling") {
    const { state, mayDraw } = data;
    return <NothingToLabel base={`/w/${workspace}`} state={state} mayDraw={mayDraw} />;
  }
  return <LabelScreen key={data.token} slug={workspace} data={data} />;
}
