import { ok, refused, type Result } from "@/lib/result";

/** The parameters of a request's address, with the format that is asked for taken out. */
export function readParams(
  request: Request,
): Result<{ params: Record<string, string>; format: "csv" | "json" }> {
  const { format = "json", ...params } = Object.fromEntries(new URL(request.url).searchParams);
  if (format !== "json" && format !== "csv") return refused("invalid", "format is json or csv.");
  return ok({ params, format });
}
