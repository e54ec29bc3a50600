import { cva } from "class-variance-authority";

/** How a button looks; links that act as buttons share it. */
export const buttonStyle = cva(
  "relative inline-flex shrink-0 cursor-pointer items-center justify-center gap-1.5 rounded-md border text-sm font-medium whitespace-nowrap transition-colors select-none disabled:opacity-50 data-disabled:opacity-50",
  {
    variants: {
      variant: {
        primary:
          "border-transparent bg-accent text-on-accent hover:not-data-disabled:bg-accent-hover",
        secondary:
          "border-line-strong/60 bg-canvas text-ink hover:not-data-disabled:bg-sunken active:not-data-disabled:bg-pressed data-popup-open:bg-sunken",
        ghost:
          "border-transparent text-ink hover:not-data-disabled:bg-sunken active:not-data-disabled:bg-pressed data-popup-open:bg-sunken",
        danger: "border-ink bg-ink text-on-ink hover:not-data-disabled:opacity-85",
      },
      size: {
        sm: "h-7 px-2",
        md: "h-8 px-3",
        lg: "h-10 px-4 text-base",
        icon: "size-8",
        "icon-sm": "size-7",
      },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);
