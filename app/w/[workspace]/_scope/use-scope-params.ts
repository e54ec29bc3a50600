"use client";

import { parseAsString, useQueryStates } from "nuqs";
import { useTransition } from "react";
import type { Scope } from "@/lib/scope/scope";
import { isSameScope } from "@/lib/scope/scope-view";
import { SCOPE_PARAMS, type ScopeParam, writeScopeParams } from "@/lib/scope/scope-params";

const PARAMS = {
  ...(Object.fromEntries(SCOPE_PARAMS.map((name) => [name, parseAsString])) as Record<
    ScopeParam,
    typeof parseAsString
  >),
  // a page of another list is no page of this one
  cursor: parseAsString,
};

const NOTHING = Object.fromEntries(Object.keys(PARAMS).map((name) => [name, null])) as Record<
  keyof typeof PARAMS,
  null
>;

/** Puts a scope into the address, which asks the server again; the workspace's own is not written. */
export function useScopeParams(ofWorkspace: Scope) {
  const [pending, startTransition] = useTransition();
  const [, set] = useQueryStates(PARAMS, {
    shallow: false,
    scroll: false,
    history: "push",
    startTransition,
  });
  const setScope = (scope: Scope) => {
    void set({ ...NOTHING, ...(isSameScope(scope, ofWorkspace) ? {} : writeScopeParams(scope)) });
  };
  /** Back to what the workspace looks at, whatever that is by now. */
  const clear = () => void set(NOTHING);
  return { setScope, clear, pending };
}
