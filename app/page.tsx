import { redirect } from "next/navigation";
import { loadHome } from "@/lib/server/workspaces/load-home";

/** Leads to the place where one left off. */
export default async function HomePage() {
  redirect(await loadHome());
}
