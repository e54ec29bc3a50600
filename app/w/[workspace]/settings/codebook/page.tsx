import type { Metadata } from "next";
import { loadCodebook } from "@/lib/server/codebook/load-codebook";
import { CodebookScreen } from "./codebook-screen";

export const metadata: Metadata = { title: "Codebook" };

type Props = { params: Promise<{ workspace: string }> };

export default async function CodebookPage({ params }: Props) {
  const { workspace } = await params;
  return <CodebookScreen slug={workspace} {...await loadCodebook(workspace)} />;
}
