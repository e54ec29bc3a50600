import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Waits until what opens, closes or turns another colour has come to rest. */
async function waitUntilAtRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // what turns for ever never rests, and what is cut off does
    const passing = document
      .getAnimations()
      .filter(
        ({ playState, effect }) =>
          playState === "running" && effect?.getComputedTiming().endTime !== Infinity,
      );
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
}

/** What axe finds against WCAG 2.2 AA on a page at rest, each with the first element that has it. */
export async function findBarriers(page: Page): Promise<string[]> {
  await waitUntilAtRest(page);
  // in the page itself: we have no frames of others, for which axe would open a window each time
  const axe = new AxeBuilder({ page }).withTags(WCAG).setLegacyMode();
  const { violations } = await axe.analyze();
  const path = new URL(page.url()).pathname;
  return violations.map((one) => `${path}: ${one.id} ${one.nodes[0]?.html}`);
}

/**
 * Axe finds nothing on a page as it stands, in the dark and in the light theme: without leaving what
 * is open on it.
 */
export async function expectNoBarriersInBothThemes(page: Page): Promise<void> {
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findBarriers(page), colorScheme).toEqual([]);
  }
}
