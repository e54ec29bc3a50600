/** What tells a router these calls before they are made; else what to do about it. */
export function RoutedBy(props: {
  addressable: boolean;
  routeKeys: readonly string[];
  /** Stands beside it: a step type of the same name is not said twice. */
  clusterName: string;
}) {
  if (!props.addressable) {
    return <span className="text-muted">nothing: tag your steps</span>;
  }
  const [first, ...others] = props.routeKeys;
  return (
    <>
      {first === props.clusterName ? "its step type" : "step type "}
      {first === props.clusterName ? null : (
        <code className="font-mono text-[0.92em]">{first}</code>
      )}
      {others.length > 0 ? ` and ${others.length} more` : ""}
    </>
  );
}
