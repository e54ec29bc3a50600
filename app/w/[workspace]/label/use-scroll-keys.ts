"use client";

import { type RefObject, useEffect } from "react";

const ELSEWHERE = "textarea, input, [role=dialog], [role=menu]";

/** The focus stays on the label panel, so the arrow and page keys scroll the call from anywhere. */
export function useScrollKeys(content: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const box = content.current;
      const target = event.target instanceof Element ? event.target : null;
      const isModified = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
      if (!box || event.defaultPrevented || isModified) return;
      if (target?.closest(ELSEWHERE) || box.contains(target)) return;
      const page = box.clientHeight * 0.9;
      const by = { ArrowDown: 48, ArrowUp: -48, PageDown: page, PageUp: -page }[event.key];
      if (by === undefined) return;
      event.preventDefault();
      box.scrollBy({ top: by });
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [content]);
}
