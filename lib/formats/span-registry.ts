import type { SpanFormat } from "@/lib/spans/span-format";

/** Every span-shaped format that is read, the more telling ones first. */
export const spanFormats: readonly SpanFormat[] = [];
