import { Button as BaseButton } from "@base-ui/react/button";
import type { VariantProps } from "class-variance-authority";
import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";
import { buttonStyle } from "@/components/ui/button-style";
import { cn } from "@/components/ui/class-names";

export type ButtonProps = Omit<ComponentProps<"button">, "color"> &
  VariantProps<typeof buttonStyle> & {
    /** Shows that the deed is under way; the button keeps its size and focus and cannot be pressed. */
    loading?: boolean;
  };

/** A deed. The text says what happens ("Draw 280 calls"). */
export function Button({
  variant,
  size,
  loading = false,
  disabled = false,
  className,
  children,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <BaseButton
      type={type}
      disabled={disabled || loading}
      focusableWhenDisabled={loading}
      aria-busy={loading || undefined}
      className={cn(buttonStyle({ variant, size }), className)}
      {...rest}
    >
      {loading ? (
        <>
          <LoaderCircle aria-hidden className="absolute size-4 animate-spin" />
          <span className="invisible contents">
            <span className="invisible inline-flex items-center gap-1.5">{children}</span>
          </span>
        </>
      ) : (
        children
      )}
    </BaseButton>
  );
}
