import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds against WCAG 2.2 AA on a page, each with the first element that has it. */
export async function findBarriers(page: Page): Promise<string[]> {
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
    // what opens or turns another colour is looked at once it has come to rest
    await page.evaluate(async () => {
      // one that is cut off has come to rest, too
      await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
    });
    expect(await findBarriers(page), colorScheme).toEqual([]);
  }
}
