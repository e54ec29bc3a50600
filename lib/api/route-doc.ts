import type { z } from "zod";

/** A body of a request or an answer: data that a schema describes, or a file. */
export type BodyDoc =
  | { readonly name: string; readonly schema: z.ZodType }
  | { readonly media: readonly string[]; readonly description: string };

/** What a route of the API takes and answers. */
export interface RouteDoc {
  /** Under `/api/v1`, with `{name}` for what varies. */
  readonly path: string;
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  readonly summary: string;
  /** What the API key must be allowed to do; null needs no key. */
  readonly scope: "read" | "ingest" | null;
  /** The schemas that read the parameters of the address. */
  readonly query?: readonly z.ZodObject[];
  readonly body?: BodyDoc;
  readonly answer: BodyDoc;
  /** Statuses of refusals beside those of the key. */
  readonly refusals?: readonly (404 | 409 | 413 | 422)[];
}
