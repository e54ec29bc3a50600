import {
  Boxes,
  FileInput,
  LayoutDashboard,
  ListTree,
  type LucideIcon,
  PiggyBank,
  Route,
  Settings,
  Tags,
} from "lucide-react";
import type { ShortcutId } from "@/lib/shortcuts";

export type Place =
  | "overview"
  | "imports"
  | "calls"
  | "clusters"
  | "label"
  | "savings"
  | "routing"
  | "settings";

/** The places of a workspace, in the order of the work. */
export const PLACES: readonly {
  id: Place;
  name: string;
  /** Under the address of the workspace; the overview is that address itself. */
  path: string;
  icon: LucideIcon;
  shortcut: ShortcutId<"global">;
}[] = [
  { id: "overview", name: "Overview", path: "", icon: LayoutDashboard, shortcut: "go-overview" },
  { id: "imports", name: "Imports", path: "/imports", icon: FileInput, shortcut: "go-imports" },
  { id: "calls", name: "Calls", path: "/calls", icon: ListTree, shortcut: "go-calls" },
  { id: "clusters", name: "Clusters", path: "/clusters", icon: Boxes, shortcut: "go-clusters" },
  { id: "label", name: "Label", path: "/label", icon: Tags, shortcut: "go-label" },
  { id: "savings", name: "Savings", path: "/savings", icon: PiggyBank, shortcut: "go-savings" },
  { id: "routing", name: "Routing", path: "/routing", icon: Route, shortcut: "go-routing" },
  { id: "settings", name: "Settings", path: "/settings", icon: Settings, shortcut: "go-settings" },
];

/** Addresses that belong to a place of another name: traces are a view of the calls. */
const ALSO: Record<string, string> = { "/traces": "/calls" };

/** Whether the address lies in a place. The overview is only itself. */
export const isPlaceOf = (path: string, base: string, pathname: string): boolean => {
  const below = pathname.slice(base.length);
  const first = /^\/[^/]+/.exec(below)?.[0] ?? "";
  return path === (ALSO[first] ?? first);
};
