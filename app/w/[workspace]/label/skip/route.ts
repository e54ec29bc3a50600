import { skipItem } from "@/lib/server/labelling/skip-item";
import { memberPost } from "@/lib/server/member-post";

/** Passes an item over, or asks for the passed-over items of a draw again. */
export const POST = memberPost("reviewer", skipItem);
