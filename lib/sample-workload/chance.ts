/** Draws from a stream of numbers in [0, 1). */
export class Chance {
  constructor(readonly next: () => number) {}

  /** One of at least one. */
  pick<T>(items: readonly T[]): T {
    const [item] = items.slice(Math.floor(this.next() * items.length));
    if (item === undefined) throw new RangeError("There is nothing to pick from.");
    return item;
  }

  yes(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from low to high, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** Log-normal around a median; spread is the standard deviation of the logarithm (Box–Muller). */
  aroundMedian(median: number, spread: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
    return median * Math.exp(spread * normal);
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => this.between(0, 9)).join("");
  }
}
