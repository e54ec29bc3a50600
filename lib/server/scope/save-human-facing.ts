import { z } from "zod";
import { writeAudit } from "@/db/commands/write-audit";
import { writeHumanFacingRule } from "@/db/commands/write-scope";
import { listHumanFacingRules } from "@/db/queries/scope/list-human-facing-rules";
import { ok, refused, type Result } from "@/lib/result";
import { HumanFacingRule } from "@/lib/scope/human-facing";
import { getDatabase } from "@/lib/server/database";
import { mayAct, type Membership } from "@/lib/server/gate";

/** Null is "as the trace says". */
const Input = HumanFacingRule.extend({ humanFacing: z.boolean().nullable() });

/** Says whether the calls of an agent or a step talk to a person, or takes the word back. */
export async function saveHumanFacing(
  { workspaceId, role, actor }: Pick<Membership, "workspaceId" | "role" | "actor">,
  input: unknown,
): Promise<Result<z.infer<typeof Input>>> {
  if (!mayAct(role, "admin")) {
    return refused(
      "forbidden",
      `Saying who talks to people needs the role admin; yours is ${role}.`,
    );
  }
  const parsed = Input.safeParse(input);
  if (!parsed.success) {
    return refused("invalid", parsed.error.issues.map((issue) => issue.message).join(". "));
  }
  const { subject, value, humanFacing: to } = parsed.data;
  return getDatabase().transaction(async (tx) => {
    const rules = await listHumanFacingRules(tx, workspaceId);
    const before = rules.find((rule) => rule.subject === subject && rule.value === value);
    const from = before?.humanFacing ?? null;
    if (from === to) return ok(parsed.data);
    await writeHumanFacingRule(tx, workspaceId, parsed.data, actor);
    const action = "human_facing.set";
    const detail = { subject, value, from, to };
    await writeAudit(tx, workspaceId, { actor, action, subject: `${subject} ${value}`, detail });
    return ok(parsed.data);
  });
}
