import { expect, it } from "vitest";
import { whyLowerBound } from "./lower-bound";

const why = (sum: Parameters<typeof whyLowerBound>[0]) =>
  whyLowerBound(sum)?.replaceAll(/\s/g, " ") ?? null;

it("takes a sum over all calls that say it for exact", () => {
  expect(why({ without: 0, what: "cost" })).toBeNull();
  expect(why({ without: 0, what: "cost", summed: null })).toBeNull();
});

it("takes the sum over the first calls of a long trace for a lower bound", () => {
  expect(why({ without: 0, what: "tokens", summed: 10_000 })).toBe(
    "only the first 10,000 calls are counted",
  );
});

it("names every reason", () => {
  expect(why({ without: 1, what: "cost" })).toBe("1 call without known cost");
  expect(why({ without: 3, what: "cost", summed: 10_000 })).toBe(
    "only the first 10,000 calls are counted, 3 calls without known cost",
  );
});
