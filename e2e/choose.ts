import { expect, type Locator } from "@playwright/test";

/** Takes one of a choice by the mouse; its list is gone then. */
export async function choose(field: Locator, option: string | RegExp): Promise<void> {
  await field.click();
  await field.page().getByRole("option", { name: option, exact: true }).click();
  await expect(field.page().getByRole("listbox")).toHaveCount(0);
}

/** Opens a choice by a key: the focus goes into its list a moment later. */
async function open(field: Locator): Promise<void> {
  await field.press("Enter");
  await expect(field.page().getByRole("option", { selected: true })).toBeFocused();
}

/** Takes what has the focus in the open list of a choice. */
async function take(field: Locator, option: string): Promise<void> {
  await field.page().keyboard.press("Enter");
  await expect(field).toContainText(option);
  await expect(field.page().getByRole("listbox")).toHaveCount(0);
}

/** Opens a choice, moves one down and takes it, by keys, at the pace of one who looks. */
export async function chooseNext(field: Locator, option: string): Promise<void> {
  await open(field);
  await field.page().keyboard.press("ArrowDown");
  await expect(field.page().getByRole("option", { name: option })).toBeFocused();
  await take(field, option);
}

/** Opens a choice, types the name of one and takes it, by keys, at the pace of one who looks. */
export async function chooseByName(field: Locator, option: string): Promise<void> {
  const page = field.page();
  await open(field);
  // the list forgets what was typed before a pause, and takes the same name again as the first time
  await expect(async () => {
    await page.keyboard.type(option);
    const named = page.getByRole("option", { name: option, exact: true });
    await expect(named).toBeFocused({ timeout: 2_000 });
  }).toPass();
  await take(field, option);
}
