import { releaseItems } from "@/lib/server/labelling/release-items";
import { memberPost } from "@/lib/server/member-post";

/** The person has left the label screen: what they hold and have not labelled goes to others. */
export const POST = memberPost("reviewer", releaseItems);
