import { answerQueue } from "@/lib/server/labelling/answer-queue";
import { memberPost } from "@/lib/server/member-post";

/** The next items of a draw, held for the signed-in person; nobody else's labels are in it. */
export const POST = memberPost("reviewer", answerQueue);
