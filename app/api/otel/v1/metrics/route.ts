import { dropMetrics } from "@/lib/server/spans/drop-metrics";

/** OTLP/HTTP: metrics are accepted, so that one base address serves a whole set-up, and dropped. */
export const POST = (request: Request): Response => dropMetrics(request);
