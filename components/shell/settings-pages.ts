import type { Role } from "@/lib/workspaces/role";

/** The pages of the settings, and the least role that may open each. */
export const SETTINGS_PAGES: readonly { name: string; path: string; atLeast: Role }[] = [
  { name: "Workspace", path: "", atLeast: "viewer" },
  { name: "People", path: "/people", atLeast: "viewer" },
  { name: "Agents", path: "/agents", atLeast: "viewer" },
  { name: "Prices", path: "/prices", atLeast: "viewer" },
  { name: "Codebook", path: "/codebook", atLeast: "viewer" },
  { name: "Frontier", path: "/frontier", atLeast: "viewer" },
  { name: "Redaction", path: "/redaction", atLeast: "viewer" },
  { name: "Audit log", path: "/audit", atLeast: "admin" },
];
