import { z } from "zod";
import { ROLES } from "./role";

/** What became of an invitation. */
export type InvitationState = "open" | "used" | "revoked" | "expired";

/** For how many days an invitation may stay good. */
export const INVITATION_DAYS = [1, 7, 30] as const;
export const DEFAULT_DAYS = 7;

const DAYS_WANTED = "Say for how long it is good: 1, 7 or 30 days";

/** What is said of an invitation when it is made, as the form sends it. */
export const InvitationInput = z.object({
  role: z.enum(ROLES, "Say what they may be: owner, admin, reviewer or viewer"),
  days: z.coerce
    .number(DAYS_WANTED)
    .refine((days) => INVITATION_DAYS.some((allowed) => allowed === days), DAYS_WANTED)
    .default(DEFAULT_DAYS),
  note: z
    .string()
    .trim()
    .max(100, "Whom it is for: at most 100 characters")
    .optional()
    .transform((note) => note || null),
});

/** Where an invitation is opened, below the address of the server. */
export const invitationPath = (secret: string): string => `/invitation/${secret}`;
