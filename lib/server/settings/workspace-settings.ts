import { z } from "zod";
import { getSlm } from "@/lib/pricing/slm-catalogue";

const percent = (what: string) =>
  z.coerce
    .number(`${what}: give a number of per cent`)
    .min(0, `${what}: at least 0 %`)
    .max(100, `${what}: at most 100 %`);

/** What an admin may set, as the form sends it. */
export const WorkspaceSettingsInput = z.object({
  name: z
    .string()
    .trim()
    .min(1, "Give the workspace a name")
    .max(60, "Name: at most 60 characters"),
  /** Per cent. */
  bar: percent("Bar").transform((value) => value / 100),
  minLabels: z.coerce
    .number("Labels: give a whole number")
    .int("Labels: give a whole number")
    .min(1, "Labels: at least 1")
    .max(10_000, "Labels: at most 10,000"),
  threshold: z.coerce
    .number("Threshold: give a number above 0, at most 1")
    .gt(0, "Threshold: above 0")
    .max(1, "Threshold: at most 1"),
  /** `default` for the catalogue's own. */
  candidate: z
    .string()
    .refine((id) => id === "default" || getSlm(id) !== null, "Candidate: not in the catalogue")
    .transform((id) => (id === "default" ? null : id)),
});
export type WorkspaceSettings = z.infer<typeof WorkspaceSettingsInput>;
