/**
 * The same value with every number in it to 12 significant digits, which is more than any sum of
 * floating-point numbers can be trusted with; whole numbers stay as they are.
 */
export function roundDigits<Value>(value: Value): Value {
  return round(value) as Value;
}

function round(value: unknown): unknown {
  if (typeof value === "number") {
    return Number.isInteger(value) ? value : Number(value.toPrecision(12));
  }
  if (Array.isArray(value)) return value.map(round);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, own]) => [name, round(own)]));
}
