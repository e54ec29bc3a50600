"use client";

import { Link2 } from "lucide-react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";

/** Copies the address of this view, with every assumption spelled out. */
export function ShareView({ path }: { path: string }) {
  const copy = async () => {
    const address = `${window.location.origin}${path}`;
    try {
      await navigator.clipboard.writeText(address);
      toast("The address of this view is copied");
    } catch {
      // No permission, or a page without TLS: then the browser's own bar has it.
      window.history.replaceState(null, "", path);
      toast("This browser does not let the page copy: the address bar has the address");
    }
  };
  return (
    <Button size="sm" onClick={copy}>
      <Link2 aria-hidden className="size-3.5" />
      Share this view
    </Button>
  );
}
