import { z } from "zod";
import type { AuditParams } from "@/lib/overview/params";
import { refused, type Result } from "@/lib/result";
import { readSavingsRequest } from "./read-savings-request";

const Query = z.string().max(4000);

/** The assumptions of a view that a browser sends as the query of its address. */
export function readAddressText(query: unknown): Result<AuditParams> {
  const text = Query.safeParse(query);
  if (!text.success) return refused("invalid", "This is no address of a view.");
  return readSavingsRequest(valuesOf(text.data));
}

/** Every value of each parameter of a query. */
export function valuesOf(query: string): Record<string, string[]> {
  const params = new URLSearchParams(query);
  return Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]));
}
