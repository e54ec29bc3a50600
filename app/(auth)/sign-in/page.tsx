import type { Metadata } from "next";
import { parseReturnPath } from "@/lib/accounts/return-path";
import { SignInScreen } from "./sign-in-screen";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ to?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const { to } = await searchParams;
  return <SignInScreen to={parseReturnPath(to)} />;
}
