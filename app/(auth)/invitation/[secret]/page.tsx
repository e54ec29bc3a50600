import type { Metadata } from "next";
import { loadInvitation } from "@/lib/server/people/load-invitation";
import { InvitationScreen } from "./invitation-screen";

export const metadata: Metadata = { title: "Invitation" };

type Props = { params: Promise<{ secret: string }> };

export default async function InvitationPage({ params }: Props) {
  const { secret } = await params;
  return <InvitationScreen secret={secret} {...await loadInvitation(secret)} />;
}
