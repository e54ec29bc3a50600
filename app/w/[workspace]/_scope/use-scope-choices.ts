"use client";

import { useState } from "react";
import { requestJson } from "@/app/w/[workspace]/label/request-json";
import { ok, refused, type Result } from "@/lib/result";
import { ScopeChoices } from "@/lib/scope/scope-choices";

/** What a scope can be made of, asked for when the editor opens; null while it is awaited. */
export function useScopeChoices(base: string) {
  const [choices, setChoices] = useState<Result<ScopeChoices> | null>(null);
  const load = async () => {
    setChoices(null);
    setChoices(await ask(base));
  };
  return { choices, load };
}

async function ask(base: string): Promise<Result<ScopeChoices>> {
  try {
    return ok(ScopeChoices.parse(await requestJson(`${base}/scope`)));
  } catch (error) {
    return refused("unavailable", error instanceof Error ? error.message : String(error));
  }
}
