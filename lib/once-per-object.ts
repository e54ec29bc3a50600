type Kept = { context: unknown; value: unknown };

/**
 * What is known of an object by all the functions below, in one map: to the garbage collector each
 * entry of a weak map is work of its own, and an import fills them with every message it reads.
 */
const known = new WeakMap<object, (Kept | undefined)[]>();
let places = 0;

/**
 * A function that is worked out once per object, as long as somebody else holds the object, and
 * again when the context is another than the last. For objects that nobody changes, and for modules
 * (each function has its place in the memory for good). What is remembered goes when the object
 * goes, so it needs no bound.
 */
export function oncePerObject<Key extends object, Value, Context = undefined>(
  compute: (key: Key, context: Context) => Value,
): (key: Key, ...context: Context extends undefined ? [] : [context: Context]) => Value {
  const place = places++;
  return (key, ...rest) => {
    const context = rest[0] as Context;
    let all = known.get(key);
    if (!all) known.set(key, (all = []));
    const before = all[place];
    if (before && before.context === context) return before.value as Value;
    const value = compute(key, context);
    all[place] = { context, value };
    return value;
  };
}
