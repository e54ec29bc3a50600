import { usePathname, useSearchParams } from "next/navigation";
import { isPlaceOf, PLACES, type Place } from "@/components/shell/navigation";
import { SCOPE_PARAMS } from "@/lib/scope/scope-params";

/** Places whose figures and lists speak of a scope, and whose addresses may say one. */
const SCOPED: readonly Place[] = ["overview", "calls", "clusters", "savings", "routing"];

/** The addresses of the places. From one that has a scope in its address to another it goes along. */
export function usePlaceHref(base: string): (place: Place) => string {
  const pathname = usePathname();
  const params = useSearchParams();
  const isScoped = (id: Place) => SCOPED.includes(id);
  const here = PLACES.find(({ path }) => isPlaceOf(path, base, pathname));
  const said = here && isScoped(here.id) ? SCOPE_PARAMS : [];
  const scope = new URLSearchParams(
    said.flatMap((name) => params.getAll(name).map((value) => [name, value])),
  ).toString();
  return (id) => {
    const href = base + (PLACES.find((place) => place.id === id)?.path ?? "");
    return scope !== "" && isScoped(id) ? `${href}?${scope}` : href;
  };
}
