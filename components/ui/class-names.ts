import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

const merge = extendTailwindMerge({
  extend: { theme: { spacing: ["row"], text: ["cell"], shadow: ["float"] } },
});

/** Joins class names; of two that contradict each other, the later wins. */
export const cn = (...classes: ClassValue[]): string => merge(clsx(classes));
