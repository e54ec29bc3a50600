import type { RefObject } from "react";
import { useShortcuts } from "@/components/shell/use-shortcuts";

/**
 * Moves from row to row with the keys of the table of keys. What moves is the focus, from link to
 * link, so that Enter opens the row and a screen reader says it.
 */
export function useRowKeys(section: RefObject<HTMLElement | null>, hasLinks: boolean): void {
  const move = (step: 1 | -1) => {
    const own = section.current;
    if (!own || tableOfKeys() !== own) return;
    const links = [...own.querySelectorAll<HTMLElement>("[data-row-link]")];
    const at = links.findIndex((link) => link.closest("tr")?.contains(document.activeElement));
    const next = at < 0 ? links.at(step > 0 ? 0 : -1) : links[at + step];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  };
  useShortcuts("rows", { "next-row": () => move(1), "previous-row": () => move(-1) }, hasLinks);
}

/** Of several tables on a page the keys move in the one that has the focus, else in the first. */
const tableOfKeys = (): Element | null =>
  document.activeElement?.closest("[data-rows]") ?? document.querySelector("[data-rows]");
