"use client";

import NextLink from "next/link";
import { type ComponentProps, useState } from "react";

/**
 * A link to a page of ours, which is fetched ahead once the pointer or the focus is on it. Next would
 * ask for every page that a link on the screen leads to, at each view: nine requests for the sidebar
 * alone. `prefetch={false}` never asks ahead.
 */
export function Link({ onPointerEnter, onFocus, ...rest }: ComponentProps<typeof NextLink>) {
  const [isAimedAt, setAimedAt] = useState(false);
  return (
    <NextLink
      prefetch={isAimedAt ? null : false}
      onPointerEnter={(event) => {
        setAimedAt(true);
        onPointerEnter?.(event);
      }}
      onFocus={(event) => {
        setAimedAt(true);
        onFocus?.(event);
      }}
      {...rest}
    />
  );
}
