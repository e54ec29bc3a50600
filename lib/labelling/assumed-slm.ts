import { z } from "zod";

const Structured = z.object({
  /** Size ceiling in billions of parameters; null is not said. */
  maxBillions: z.number().positive("Above 0").max(10_000, "At most 10,000").nullable(),
  /** What it reads and writes; null is not said. */
  modality: z.enum(["text", "text and images", "text and audio", "any"]).nullable(),
  /** The month that the judgement speaks of, YYYY-MM; null is not said. */
  asOf: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/u, "A month, as 2026-11")
    .nullable(),
  /** What else raters should have in mind; empty when nothing. */
  note: z.string().trim().max(300, "At most 300 characters"),
});

/** The model that raters have in mind. The first codebooks told it in one sentence. */
export const AssumedSlm = z.union([
  Structured,
  z
    .string()
    .min(1)
    .transform((note) => ({ maxBillions: null, modality: null, asOf: null, note })),
]);
export type AssumedSlm = z.infer<typeof AssumedSlm>;

export const MODALITIES = Structured.shape.modality.unwrap().options;

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** In one line, as raters see it: `up to 10B parameters, text, open weights, as of November 2026`. */
export function describeSlm({ maxBillions, modality, asOf, note }: AssumedSlm): string {
  const [year, month] = asOf?.split("-") ?? [];
  const parts = [
    maxBillions === null ? null : `up to ${maxBillions}B parameters`,
    modality === "any" ? "any modality" : modality,
    note === "" ? null : note,
    year === undefined ? null : `as of ${MONTHS[Number(month) - 1]} ${year}`,
  ];
  return parts.filter((part) => part !== null).join(", ") || "not said";
}
