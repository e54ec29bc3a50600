import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadImport } from "@/lib/server/imports/load-imports";
import { ImportScreen } from "./import-screen";

export const metadata: Metadata = { title: "Receipt" };

type Props = { params: Promise<{ workspace: string; import: string }> };

export default async function ImportPage({ params }: Props) {
  const { workspace, import: id } = await params;
  const data = await loadImport(workspace, id);
  return data ? <ImportScreen slug={workspace} {...data} /> : notFound();
}
