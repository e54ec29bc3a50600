import { Rows3, Rows4 } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { usePreferences } from "@/components/ui/preferences";

/** More rows or more room. */
export function DensitySwitch() {
  const { density, setDensity } = usePreferences();
  const compact = density === "compact";
  return (
    <IconButton
      label={compact ? "Comfortable rows" : "Compact rows"}
      size="icon-sm"
      onClick={() => setDensity(compact ? "comfortable" : "compact")}
    >
      {compact ? (
        <Rows4 aria-hidden className="size-4" />
      ) : (
        <Rows3 aria-hidden className="size-4" />
      )}
    </IconButton>
  );
}
