import { pressable } from "@/e2e/alive";
import { findBarriers } from "@/e2e/axe";
import { expect, openSample, test } from "@/e2e/owner";
import { OWN } from "@/e2e/own-product";

const PLACES = [
  "",
  "/imports",
  "/calls",
  "/traces",
  "/clusters",
  "/label",
  "/label/draw",
  "/label/mine",
  "/savings",
  "/routing",
  "/settings",
  "/settings/agents",
  "/settings/frontier",
  "/settings/people",
  "/settings/audit",
  "/settings/redaction",
  "/settings/codebook",
  "/settings/codebook?version=1",
  "/settings/prices",
  "/calls?fold=1",
];

test.describe.configure({ mode: "parallel" });

for (const theme of ["light", "dark"] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme });

    test("axe finds nothing on any screen of a workspace", async ({ page }) => {
      test.setTimeout(480_000);
      const home = await openSample(page);
      const look = async (path: string) => {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
        expect(await findBarriers(page)).toEqual([]);
        const overflows = await page.evaluate(
          () => document.documentElement.scrollWidth > window.innerWidth,
        );
        expect(overflows, `${path} is wider than the window`).toBe(false);
      };
      for (const place of PLACES) await look(`${home}${place}`);
      for (const list of ["imports", "calls", "traces", "clusters"]) {
        await page.goto(`${home}/${list}`);
        const link = page.locator(`tbody a[href^="${home}/${list}/"]`).first();
        await look((await link.getAttribute("href")) ?? `${home}/no ${list}`);
      }
      for (const [keys, name] of [
        ["Control+k", "Search and go"],
        ["?", "Keys"],
      ] as const) {
        const dialog = page.getByRole("dialog", { name });
        await page.keyboard.press(keys);
        await expect(dialog).toBeVisible();
        expect(await findBarriers(page), name).toEqual([]);
        await page.keyboard.press("Escape");
        await expect(dialog).toHaveCount(0);
      }
      await look("/workspaces/new");
    });

    test("axe finds nothing before one is inside", async ({ browser }) => {
      const context = await browser.newContext({ colorScheme: theme });
      const page = pressable(await context.newPage());
      for (const path of ["/sign-in", "/setup"]) {
        await page.goto(`${OWN.baseUrl}${path}`);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        expect(await findBarriers(page)).toEqual([]);
      }
      await context.close();
    });
  });
}
