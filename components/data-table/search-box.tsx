"use client";

import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useShortcuts } from "@/components/shell/use-shortcuts";
import { Input } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";
import { keysOf } from "@/lib/shortcuts";

/** The list is asked for when the typing rests for so long. */
const REST_MS = 250;

/** Searches the list: `/` goes here, Enter asks at once, Escape clears. */
export function SearchBox(props: {
  label: string;
  value: string;
  placeholder?: string;
  onChange: (value: string) => void;
}) {
  const { value, onChange } = props;
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  useShortcuts("table", { search: () => input.current?.focus() });
  // The address changed from outside: a cleared filter, the back button.
  if (shown !== value) {
    setShown(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onChange(typed), REST_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <div className="relative w-64 max-w-full">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2 size-3.5 -translate-y-1/2 text-muted"
      />
      <Input
        ref={input}
        type="search"
        aria-label={props.label}
        placeholder={props.placeholder ?? props.label}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") onChange(typed);
          if (event.key !== "Escape") return;
          if (typed === "") input.current?.blur();
          setTyped("");
        }}
        className="h-7 pr-8 pl-7 [&::-webkit-search-cancel-button]:hidden"
      />
      <span className="pointer-events-none absolute top-1/2 right-1.5 -translate-y-1/2">
        <Kbd keys={keysOf("search")} />
      </span>
    </div>
  );
}
