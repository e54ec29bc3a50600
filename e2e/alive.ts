import type { Page } from "@playwright/test";

/** Waits until the page has nothing left to do of what it was asked so far: no render, no effect. */
export async function waitUntilIdle(page: Page): Promise<void> {
  // asked again on the page that follows, should this one be left meanwhile; the promise is awaited,
  // but what it resolves to is not looked at: to wait for a condition it would not do
  await page.waitForFunction(
    () => new Promise((resolve) => requestIdleCallback(() => resolve(true))),
  );
}

/** Waits until React has taken over every control of the page: before, it hears no key and no file. */
async function waitUntilAlive(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [
      ...document.querySelectorAll(
        "button, input:not([type=hidden]), textarea, [role=combobox], a[href^='/w/']",
      ),
    ].every((control) => Object.keys(control).some((key) => key.startsWith("__reactProps$"))),
  );
  // keys are listened to by effects, which run after the controls are taken over
  await waitUntilIdle(page);
}

/** The same page, which is alive whenever it has come to another address: stories press at once. */
export function pressable(page: Page): Page {
  const { goto, goBack, reload, waitForURL } = page;
  page.goto = async (...asked) => {
    const answer = await goto.apply(page, asked);
    await waitUntilAlive(page);
    return answer;
  };
  page.goBack = async (...asked) => {
    const answer = await goBack.apply(page, asked);
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
