import { Search } from "lucide-react";
import { useFrame } from "@/components/shell/frame-context";
import { IconButton } from "@/components/ui/icon-button";
import { keysOf } from "@/lib/shortcuts";

/** Opens the palette for who does not use the keys. */
export function PaletteButton() {
  const { openPalette } = useFrame();
  return (
    <IconButton label="Search and go" keys={keysOf("open-palette")} onClick={openPalette}>
      <Search aria-hidden className="size-4" />
    </IconButton>
  );
}
