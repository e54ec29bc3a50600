import { Select, type SelectOption } from "@/components/ui/select";

/** A choice inside a sentence. */
export function WordChoice<Value extends string>(props: {
  label: string;
  value: Value;
  options: readonly SelectOption<Value>[];
  onChange: (value: Value) => void;
}) {
  return <Select size="sm" className="inline-flex max-w-full align-middle" {...props} />;
}
