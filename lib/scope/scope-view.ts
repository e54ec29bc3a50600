import type { Scope } from "./scope";
import { writeScopeParams } from "./scope-params";
import type { ScopeSummary } from "./scope-summary";

/** The scope of a page, and the workspace's, which holds where an address says none. */
export interface ScopeView {
  readonly summary: ScopeSummary;
  readonly ofWorkspace: Scope;
  /** The scope as the query of an address, with its question mark; empty for the workspace's own. */
  readonly query: string;
}

export function viewScope(summary: ScopeSummary, ofWorkspace: Scope): ScopeView {
  return { summary, ofWorkspace, query: scopeQuery(summary.scope, ofWorkspace) };
}

/** A scope as a query, with its question mark; empty for the workspace's own. */
export const scopeQuery = (scope: Scope, ofWorkspace: Scope): string =>
  isSameScope(scope, ofWorkspace)
    ? ""
    : `?${new URLSearchParams(writeScopeParams(scope)).toString()}`;

/** An address with one query more. */
export const withQuery = (href: string, query: string): string =>
  href + (href.includes("?") ? query.replace("?", "&") : query);

/** Whether two scopes are written alike. */
export const isSameScope = (a: Scope, b: Scope): boolean =>
  JSON.stringify(writeScopeParams(a)) === JSON.stringify(writeScopeParams(b));
