import type { Metadata } from "next";
import { loadPeople } from "@/lib/server/people/load-people";
import { PeopleScreen } from "./people-screen";

export const metadata: Metadata = { title: "People" };

type Props = { params: Promise<{ workspace: string }> };

export default async function PeoplePage({ params }: Props) {
  const { workspace } = await params;
  return <PeopleScreen {...await loadPeople(workspace)} />;
}
