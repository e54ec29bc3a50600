"use server";

import { revalidatePath } from "next/cache";
import { proveMember } from "@/lib/server/gate";
import { addPrice } from "@/lib/server/pricing/add-price";
import { retirePrice } from "@/lib/server/pricing/retire-price";

/** What became of a price: the model it is for, or what is wrong. */
export type PriceState = { model: string | null; message: string | null };

export async function addPriceAction(
  slug: string,
  _before: PriceState,
  form: FormData,
): Promise<PriceState> {
  const proof = await proveMember(slug, "admin");
  if (!proof.ok) return { model: null, message: proof.message };
  const added = await addPrice(proof.value, Object.fromEntries(form));
  if (!added.ok) return { model: null, message: added.message };
  revalidatePath(`/w/${slug}`, "layout");
  return { model: added.value.model, message: null };
}

/** @returns what went wrong, or null. */
export async function retirePriceAction(slug: string, priceId: string): Promise<string | null> {
  const proof = await proveMember(slug, "admin");
  if (!proof.ok) return proof.message;
  const retired = await retirePrice(proof.value, priceId);
  if (!retired.ok) return retired.message;
  revalidatePath(`/w/${slug}`, "layout");
  return null;
}
