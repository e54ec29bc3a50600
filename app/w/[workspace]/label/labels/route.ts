import { submitLabels } from "@/lib/server/labelling/submit-labels";
import { memberPost } from "@/lib/server/member-post";

/** Takes a JSON array of 1 to 50 labels and answers what became of each. Safe to send again. */
export const POST = memberPost("reviewer", async (member, batch) => {
  const answer = await submitLabels(member, batch);
  return answer.ok ? { ok: true, value: { results: answer.value } } : answer;
});
