"use client";

import { toast } from "sonner";
import { requestJson } from "./request-json";
import type { SittingDeeds } from "./use-sitting";

/** Passing items over, and asking for them again. Both need the server: they move slots of others. */
export function useSkip(url: string, screen: { deeds: SittingDeeds; retry: () => void }) {
  const send = async (body: object): Promise<string | null> => {
    const headers = { "content-type": "application/json" };
    try {
      await requestJson(url, { method: "POST", headers, body: JSON.stringify(body) });
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : "The server does not answer.";
    }
  };
  return {
    /** Answers why it could not be done, or null. */
    passOver: async (itemId: string, reason: string): Promise<string | null> => {
      const problem = await send({ itemId, reason });
      if (problem === null) screen.deeds.skip(itemId);
      return problem;
    },
    askAgain: async (draw: number): Promise<void> => {
      const problem = await send({ draw, again: true });
      if (problem === null) screen.retry();
      else toast.error(problem);
    },
  };
}
