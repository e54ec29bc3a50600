import { nounOf } from "./deed-kinds";

const PLACES: Readonly<Record<string, string>> = {
  api_key: "/settings",
  codebook: "/label/codebook",
  draw: "/label/draw",
  human_facing: "/settings/agents",
  invitation: "/settings/people",
  label: "/label",
  member: "/settings/people",
  price: "/settings/prices",
  projection: "/savings",
  rater: "/settings/people",
  workspace: "/settings",
};

const OF_ACTION: Readonly<Record<string, string>> = {
  "workspace.assumptions": "/savings",
  "workspace.redaction": "/settings/redaction",
  "workspace.scope": "",
};

/**
 * Where the subject of a deed can be seen, below the address of the workspace; null when it is gone
 * or has no page.
 *
 * @param imports the imports that still exist, by id
 */
export function subjectPath(
  { action, subject }: { action: string; subject: string },
  imports: ReadonlySet<string>,
): string | null {
  const noun = nounOf(action);
  if (noun === "import") return imports.has(subject) ? `/imports/${subject}` : null;
  return OF_ACTION[action] ?? PLACES[noun] ?? null;
}
