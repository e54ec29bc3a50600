/** What the few tones of a drawing mean. */
export function ChartKey(props: { items: readonly { label: string; color: string }[] }) {
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1 text-xs text-muted">
      {props.items.map(({ label, color }) => (
        <li key={label} className="flex items-center gap-1.5 whitespace-nowrap">
          <span aria-hidden className="size-2.5" style={{ backgroundColor: color }} />
          {label}
        </li>
      ))}
    </ul>
  );
}
