import { useRouter } from "next/navigation";
import { useFrame } from "@/components/shell/frame-context";
import type { PaletteFinds } from "@/lib/palette/palette-finds";
import type { PaletteEntry } from "@/lib/palette/rank-entries";

/** An entry with what it does. */
export type PaletteDeed = PaletteEntry & { readonly run: () => void };

/** The deeds that are given, and a way to everything that was found. */
export function usePaletteEntries(
  deeds: readonly PaletteDeed[],
  finds: PaletteFinds | null,
): PaletteDeed[] {
  const { base } = useFrame();
  const router = useRouter();
  if (finds === null) return [...deeds];
  const to = (path: string) => () => router.push(`${base}${path}`);
  return [
    ...deeds,
    ...finds.clusters.map(({ id, name }) => ({
      id: `cluster-${id}`,
      group: "Clusters",
      label: name,
      run: to(`/clusters/${id}`),
    })),
    ...finds.imports.map(({ id, name }) => ({
      id: `import-${id}`,
      group: "Newest imports",
      label: name,
      run: to(`/imports/${id}`),
    })),
    ...finds.calls.map(({ id, name, detail }) => ({
      id: `call-${id}`,
      group: "Calls",
      label: name,
      detail,
      found: true as const,
      run: to(`/calls/${id}`),
    })),
  ];
}
