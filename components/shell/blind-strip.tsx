"use client";

import { EyeOff } from "lucide-react";
import { Link } from "@/components/ui/link";
import { cn } from "@/components/ui/class-names";
import { useFrame } from "@/components/shell/frame-context";
import { formatCounted } from "@/lib/display/count";

/** Tells a reviewer who is not done that the figures of this page are made from their own labels alone. */
export function BlindStrip(props: { className?: string }) {
  const { base, left } = useFrame();
  if (left === null) return null;
  return (
    <p
      role="note"
      className={cn(
        "flex items-start gap-2 rounded-md border border-line bg-panel px-3 py-2 text-sm",
        props.className,
      )}
    >
      <EyeOff aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
      <span>
        Shares and decisions here are made from your labels alone, because{" "}
        <Link href={`${base}/label`} className="underline">
          {formatCounted(left, "item")} may still come to you
        </Link>
        : what others said would be a hint. When none is left you see everybody’s.
      </span>
    </p>
  );
}
