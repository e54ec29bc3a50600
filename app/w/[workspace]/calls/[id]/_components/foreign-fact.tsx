import { ForeignText } from "@/components/ui/foreign-text";
import { DASH } from "@/lib/display/dash";
import { Fact } from "./fact";

/** A fact in the words of the source. */
export function ForeignFact(props: { name: string; text: string | null }) {
  return (
    <Fact name={props.name}>
      {props.text === null ? DASH : <ForeignText text={props.text} preserve max={500} />}
    </Fact>
  );
}
