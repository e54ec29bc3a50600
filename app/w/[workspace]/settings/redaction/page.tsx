import type { Metadata } from "next";
import { loadRedaction } from "@/lib/server/curation/load-redaction";
import { RedactionScreen } from "./redaction-screen";

export const metadata: Metadata = { title: "Redaction" };

type Props = { params: Promise<{ workspace: string }> };

export default async function RedactionPage({ params }: Props) {
  const { workspace } = await params;
  return <RedactionScreen slug={workspace} {...await loadRedaction(workspace)} />;
}
