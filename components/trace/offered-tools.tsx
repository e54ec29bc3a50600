import { Fold } from "@/components/trace/fold";
import { ForeignText } from "@/components/ui/foreign-text";
import type { OfferedTool } from "@/lib/calls/shown-conversation";

/** The tools that the model could call; what each takes is folded. */
export function OfferedTools(props: { tools: readonly OfferedTool[] }) {
  return (
    <ul className="flex flex-col gap-1">
      {props.tools.map((tool, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a fixed list, and names may repeat
        <li key={index} className="min-w-0">
          <ForeignText text={tool.name} mono className="font-medium" />
          {tool.description === null ? null : (
            <ForeignText text={tool.description} preserve max={240} className="text-muted" />
          )}
          {tool.schema === null ? null : (
            <Fold title="takes">
              {() => (
                <ForeignText
                  text={tool.schema ?? ""}
                  preserve
                  mono
                  className="rounded-md bg-sunken px-2.5 py-2"
                />
              )}
            </Fold>
          )}
        </li>
      ))}
    </ul>
  );
}
