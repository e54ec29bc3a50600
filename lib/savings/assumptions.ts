import { z } from "zod";

const blank = (value: unknown) => (value === "" || value === null ? undefined : value);
const said = <Value extends z.ZodType>(value: Value) =>
  z.preprocess(blank, value.optional()).catch(undefined);
const number = (most: number) => said(z.coerce.number().min(0).max(most));
const percent = number(100);
const usd = number(1e9);

/**
 * What an address, or a workspace as its default, says of a projection; in the numbers that a person
 * types. What it does not say, or says wrongly, is undefined.
 */
export const SaidAssumptions = z.object({
  /** Id of a small model. */
  candidate: said(z.string().max(100)),
  /** Paid per token, or on an own GPU. */
  hosting: said(z.enum(["tokens", "gpu"])),
  /** USD per million tokens, instead of the candidate's list price. */
  price_in: usd,
  price_out: usd,
  /** USD an hour of one GPU. */
  gpu_usd: usd,
  /** Tokens a second that it reads, and that it writes, when busy. */
  gpu_reads: said(z.coerce.number().gt(0).max(1e9)),
  gpu_writes: said(z.coerce.number().gt(0).max(1e9)),
  /** Per cent of the time that it is busy. */
  gpu_busy: said(z.coerce.number().gt(0).max(100)),
  /** USD for judging 1,000 answers. */
  verifier: usd,
  /** Per cent of the routed calls that come back, or from the viable share. */
  escalation: said(z.union([z.literal("share"), z.coerce.number().min(0).max(100)])),
  gate: said(z.enum(["perfect", "assumed"])),
  /** Per cent of the bad answers that the gate sends back, and of the good ones. */
  catches: percent,
  alarms: percent,
  /** How an escalated call finds the prompt cache. */
  cache: said(z.enum(["cold", "warm"])),
  /** Per cent of the prompt tokens whose source says nothing of a cache that were read from one. */
  cached: percent,
  /** Per cent more steps that a run takes once steps are routed. */
  inflation: number(1000),
  /** USD once for tuning, each route key. */
  tuning: usd,
  /** Per cent of the calls that are routed. */
  share: percent,
});
export type SaidAssumptions = z.infer<typeof SaidAssumptions>;

/** All of it said; the candidate and its own prices stay open. */
export type FullAssumptions = Required<
  Omit<{ [Name in keyof SaidAssumptions]: Exclude<SaidAssumptions[Name], undefined> }, OpenName>
> & {
  readonly candidate: string | null;
  readonly price_in: number | null;
  readonly price_out: number | null;
};
type OpenName = "candidate" | "price_in" | "price_out";

/**
 * What is assumed until somebody says otherwise: a perfect gate on a cold cache, hosted at the list
 * price, no judge and no tuning. The GPU is one that reads 10,000 and writes 1,000 tokens a second at
 * $2.50 an hour, busy for 30 % of the time; to be replaced by what one measures.
 */
export const DEFAULT_ASSUMPTIONS: FullAssumptions = {
  candidate: null,
  hosting: "tokens",
  price_in: null,
  price_out: null,
  gpu_usd: 2.5,
  gpu_reads: 10_000,
  gpu_writes: 1000,
  gpu_busy: 30,
  verifier: 0,
  escalation: "share",
  gate: "perfect",
  catches: 80,
  alarms: 10,
  cache: "cold",
  cached: 0,
  inflation: 0,
  tuning: 0,
  share: 100,
};

/** Every name of an assumption, in the order of the sentences. */
export const ASSUMPTION_NAMES = Object.keys(DEFAULT_ASSUMPTIONS) as (keyof FullAssumptions)[];

/** What is said, laid over what holds without it. */
export function overlayAssumptions(under: FullAssumptions, said: SaidAssumptions): FullAssumptions {
  const known = ASSUMPTION_NAMES.map((name) => [name, said[name]] as const).filter(
    ([, value]) => value !== undefined,
  );
  return { ...under, ...(Object.fromEntries(known) as Partial<FullAssumptions>) };
}

/** What the address says, else the workspace, else the default. */
export const fillAssumptions = (
  said: SaidAssumptions,
  workspace: SaidAssumptions = {},
): FullAssumptions => overlayAssumptions(overlayAssumptions(DEFAULT_ASSUMPTIONS, workspace), said);

/** A workspace's own defaults as they are stored; what cannot be read is as if not said. */
export function parseStoredAssumptions(stored: unknown): SaidAssumptions {
  const read = SaidAssumptions.safeParse(stored ?? {});
  return read.success ? read.data : {};
}

/**
 * Every assumption that counts spelled out, as the parameters of an address: it means the same
 * tomorrow, whatever the workspace then has as its default.
 */
export function writeAssumptions(assumed: FullAssumptions): Record<string, string> {
  const idle = (name: keyof FullAssumptions) =>
    (assumed.hosting === "tokens" && name.startsWith("gpu_")) ||
    (assumed.gate === "perfect" && (name === "catches" || name === "alarms"));
  return Object.fromEntries(
    ASSUMPTION_NAMES.flatMap((name) =>
      assumed[name] === null || idle(name) ? [] : [[name, String(assumed[name])] as const],
    ),
  );
}
