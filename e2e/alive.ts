import type { Page } from "@playwright/test";

/** Waits until React has taken over every control of the page: before, it hears no key and no file. */
async function waitUntilAlive(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [
      ...document.querySelectorAll(
        "button, input:not([type=hidden]), textarea, [role=combobox], a[href^='/w/']",
      ),
    ].every((control) => Object.keys(control).some((key) => key.startsWith("__reactProps$"))),
  );
}

/** The same page, which is alive whenever it has come to another address: stories press at once. */
export function pressable(page: Page): Page {
  const { goto, reload, waitForURL } = page;
  page.goto = async (...asked) => {
    const answer = await goto.apply(page, asked);
    await waitUntilAlive(page);
    return answer;
  };
  page.reload = async (...asked) => {
    const answer = await reload.apply(page, asked);
    await waitUntilAlive(page);
    return answer;
  };
  page.waitForURL = async (...asked) => {
    await waitForURL.apply(page, asked);
    await waitUntilAlive(page);
  };
  return page;
}
