/** A label as `GET /api/v1/labels` exports it. */
export type ExportedLabel = {
  call_id: string;
  rater: string;
  origin: string;
  verdict: string | null;
  current: boolean;
};

/** The hand labels that still speak, by call. */
export function handLabels(labels: readonly ExportedLabel[]): Map<string, ExportedLabel[]> {
  const byCall = new Map<string, ExportedLabel[]>();
  for (const label of labels) {
    if (!label.current || label.origin !== "hand" || label.verdict === null) continue;
    byCall.set(label.call_id, [...(byCall.get(label.call_id) ?? []), label]);
  }
  return byCall;
}

/** What each labelled call counts as: where its labels differ, as unsure. */
export function settledVerdicts(labels: readonly ExportedLabel[]): Map<string, string> {
  return new Map(
    [...handLabels(labels)].map(([call, own]) => {
      const said = new Set(own.map(({ verdict }) => verdict ?? ""));
      return [call, said.size === 1 ? ([...said][0] ?? "unsure") : "unsure"];
    }),
  );
}

/** Krippendorff's alpha from coincidences of pairs of labels; null where nothing differs. */
export function alphaOfPairs(labels: readonly ExportedLabel[]): number | null {
  const pairs = new Map<string, number>();
  const totals = new Map<string, number>();
  for (const own of handLabels(labels).values()) {
    for (const [at, a] of own.entries()) {
      for (const [other, b] of own.entries()) {
        if (at === other) continue;
        const part = 1 / (own.length - 1);
        const key = `${a.verdict} ${b.verdict}`;
        pairs.set(key, (pairs.get(key) ?? 0) + part);
        totals.set(a.verdict ?? "", (totals.get(a.verdict ?? "") ?? 0) + part);
      }
    }
  }
  const all = [...totals.values()].reduce((sum, one) => sum + one, 0);
  let [observed, expected] = [0, 0];
  for (const [a, ofA] of totals) {
    for (const [b, ofB] of totals) {
      if (a === b) continue;
      observed += pairs.get(`${a} ${b}`) ?? 0;
      expected += ofA * ofB;
    }
  }
  return expected === 0 ? null : 1 - ((all - 1) * observed) / expected;
}
