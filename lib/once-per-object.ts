/**
 * A function that is worked out once per object, as long as somebody else holds the object. For
 * objects that nobody changes. What is remembered goes when the object goes, so it needs no bound.
 */
export function oncePerObject<Key extends object, Value extends {} | null>(
  compute: (key: Key) => Value,
): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}
