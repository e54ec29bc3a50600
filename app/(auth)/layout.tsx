import type { ReactNode } from "react";
import { ThemeSwitch } from "@/components/shell/theme-switch";

/** The pages before one is inside: one column, one deed. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-6 px-4 py-12">
      <div className="absolute top-3 right-3">
        <ThemeSwitch />
      </div>
      <p className="text-sm font-semibold tracking-tight text-muted">Assay</p>
      {children}
    </main>
  );
}
