import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { SIGNED_OUT } from "@/lib/accounts/signed-out";
import { EMPTY_OUTBOX, fail } from "@/lib/labelling/outbox";
import { SavedState } from "./saved-state";

const show = (over: Partial<Parameters<typeof SavedState>[0]>): string =>
  renderToStaticMarkup(
    createElement(SavedState, {
      waiting: 2,
      failures: 0,
      problem: null,
      signedOut: false,
      storageFailed: false,
      refused: [],
      onSettle: () => undefined,
      onShow: () => undefined,
      ...over,
    }),
  );

describe("SavedState", () => {
  it("tells at once who is signed out that nothing is lost, and leads back in", () => {
    const html = show(fail(EMPTY_OUTBOX, 0, SIGNED_OUT, true));
    expect(html).toContain("You are signed out: sign in again, nothing is lost.");
    expect(html).toContain('href="/sign-in"');
    expect(html).toContain("2 not saved yet");
  });

  it("keeps silent about a single failure, and speaks of the second", () => {
    const once = fail(EMPTY_OUTBOX, 0, "There is no network.");
    expect(show(once)).not.toContain("network");
    const twice = fail(once, 0, "There is no network.");
    expect(show(twice)).toContain("There is no network. Kept in this browser");
    expect(show(twice)).not.toContain("/sign-in");
  });

  it("says nothing more once all is saved", () => {
    const html = show({ waiting: 0, signedOut: true, problem: SIGNED_OUT });
    expect(html).toContain("Saved");
    expect(html).not.toContain("/sign-in");
  });
});
