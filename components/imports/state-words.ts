import type { Receipt } from "@/lib/imports/receipt";

/** How the state of an import is called on screen. */
export const STATE_WORDS: Record<Receipt["state"], string> = {
  running: "running",
  done: "done",
  cancelled: "cancelled",
  interrupted: "broke off",
  refused: "refused",
};
