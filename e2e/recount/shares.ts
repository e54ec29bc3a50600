import { countTraces, recountInterval, type Stratum } from "./interval";
import { costOf, isFrontierCall, type RawCall, type RawRows } from "./raw-rows";
import { type ExportedLabel, handLabels, settledVerdicts } from "./verdicts";

export const UNITS = ["spend", "calls", "tokens", "frontier spend", "call types"] as const;
export type Unit = (typeof UNITS)[number];

/** A share, recounted from raw rows and exported labels. */
export type Recounted = {
  share: number | null;
  low: number | null;
  high: number | null;
  n: number;
  traces: number;
  raters: number;
  unsureFor: number | null;
  unsureLeftOut: number | null;
};

type Drawn = { call: RawCall; stratum: string; chance: number; verdict: string | null };

/** A recount of one workspace with one draw. Nothing here comes from the product's own arithmetic. */
export class Recount {
  private readonly byId: Map<string, RawCall>;
  private readonly drawn: Drawn[];
  private readonly costs = new Map<string, number | null>();

  constructor(
    readonly rows: RawRows,
    readonly labels: readonly ExportedLabel[],
  ) {
    this.byId = new Map(rows.calls.map((call) => [call.id, call]));
    const verdicts = settledVerdicts(labels);
    this.drawn = rows.items.map(({ call, stratum, chance }) => ({
      call: this.call(call),
      stratum,
      chance,
      verdict: verdicts.get(call) ?? null,
    }));
  }

  /** US dollars; null is unknown. */
  cost(call: RawCall): number | null {
    if (!this.costs.has(call.id)) this.costs.set(call.id, costOf(call));
    return this.costs.get(call.id) ?? null;
  }

  /** What some calls cost together. */
  spend(belongs: (call: RawCall) => boolean): number {
    return add(this.rows.calls.filter(belongs).map((call) => this.cost(call)));
  }

  share(unit: Unit, belongs: (call: RawCall) => boolean = () => true): Recounted {
    if (unit === "call types") return this.ofCallTypes();
    const counted = (call: RawCall) =>
      belongs(call) && (unit !== "frontier spend" || isFrontierCall(call));
    const strata = this.strata(unit, counted);
    return this.assemble(strata, belongs);
  }

  /** Each cluster once; the strata of this draw are its clusters. */
  private ofCallTypes(): Recounted {
    const clusters = [...new Set(this.drawn.map(({ call }) => call.cluster))];
    const strata = clusters.flatMap((cluster) => {
      const own = this.strata("calls", (call) => call.cluster === cluster);
      const whole = own.reduce((sum, { weight }) => sum + weight, 0);
      return own.map((stratum) => ({ ...stratum, weight: stratum.weight / whole }));
    });
    return this.assemble(strata, () => true);
  }

  private strata(unit: Unit, counted: (call: RawCall) => boolean) {
    return [...new Set(this.drawn.map(({ stratum }) => stratum))].flatMap((id) => {
      const inStratum = this.drawn.filter(({ stratum }) => stratum === id);
      const own = inStratum.filter(({ call }) => counted(call));
      const labelled = own.filter(({ call, verdict }) => verdict && this.size(call, unit) !== null);
      if (labelled.length === 0) return [];
      const frame = this.rows.frame.filter((place) => place.stratum === id);
      const part = (of: Unit) => this.weighed(own, of) / this.weighed(inStratum, of);
      const total = add(frame.map(({ call }) => this.size(this.call(call), unit)));
      return [
        {
          labelled: labelled.map(({ call, chance, verdict }) => ({
            trace: call.trace,
            size: (this.size(call, unit) ?? 0) / chance,
            viable: verdict === "viable" || verdict === "no_model_needed",
            verdict,
          })),
          weight: total * part(unit),
          calls: frame.length * part("calls"),
          traces: countTraces(frame.map(({ call }) => this.call(call))),
        } satisfies Stratum,
      ];
    });
  }

  private assemble(
    strata: ReturnType<Recount["strata"]>,
    belongs: (call: RawCall) => boolean,
  ): Recounted {
    const rows = strata.flatMap(({ labelled }) => labelled);
    const part = (of: (verdict: string | null) => boolean) => {
      const whole = add(strata.map(({ weight }) => weight));
      return add(
        strata.map(({ labelled, weight }) => {
          const all = add(labelled.map(({ size }) => size));
          const own = add(labelled.map(({ size, verdict }) => (of(verdict) ? size : 0)));
          return (weight * own) / all / whole;
        }),
      );
    };
    const viable = part((verdict) => verdict === "viable" || verdict === "no_model_needed");
    const unsure = part((verdict) => verdict === "unsure");
    const interval = rows.length === 0 ? null : recountInterval(strata);
    return {
      share: rows.length === 0 ? null : viable,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      n: rows.length,
      traces: countTraces(rows),
      raters: this.raters(belongs),
      unsureFor: rows.length === 0 ? null : viable + unsure,
      unsureLeftOut: rows.length === 0 ? null : viable / (1 - unsure),
    };
  }

  private raters(belongs: (call: RawCall) => boolean): number {
    const drawn = new Set(this.drawn.map(({ call }) => call.id));
    const own = [...handLabels(this.labels)].filter(
      ([id]) => drawn.has(id) && belongs(this.call(id)),
    );
    return new Set(own.flatMap(([, labels]) => labels.map(({ rater }) => rater))).size;
  }

  private weighed(items: readonly Drawn[], unit: Unit): number {
    return add(items.map(({ call, chance }) => (this.size(call, unit) ?? 0) / chance));
  }

  private size(call: RawCall, unit: Unit): number | null {
    if (unit === "calls") return 1;
    if (unit === "tokens") {
      return call.input === null || call.output === null ? null : call.input + call.output;
    }
    return this.cost(call);
  }

  private call(id: string): RawCall {
    const call = this.byId.get(id);
    if (call === undefined) throw new Error(`no call ${id}`);
    return call;
  }
}

const add = (values: readonly (number | null)[]): number =>
  values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
