import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds against WCAG 2.2 AA on a page, each with the first element that has it. */
export async function findBarriers(page: Page): Promise<string[]> {
  // in the page itself: we have no frames of others, for which axe would open a window each time
  const axe = new AxeBuilder({ page }).withTags(WCAG).setLegacyMode();
  const { violations } = await axe.analyze();
  const path = new URL(page.url()).pathname;
  return violations.map((one) => `${path}: ${one.id} ${one.nodes[0]?.html}`);
}
