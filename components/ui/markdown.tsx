import Markdown from "react-markdown";
import remarkGfm from "remark-gfm";
import { cn } from "@/components/ui/class-names";

/** The page has headings of its own: those in the text stand below them. */
const BELOW = { h1: "h4", h2: "h4", h3: "h5", h4: "h6" } as const;

/**
 * Markdown that people of the workspace wrote. HTML in it is shown as text, addresses other than web and
 * mail ones are taken out, and pictures are not fetched.
 */
export function MarkdownText(props: { text: string; className?: string }) {
  return (
    <div
      className={cn(
        "flex flex-col gap-2 text-sm break-words",
        "[&_h4]:pt-1 [&_h4]:text-base [&_h4]:font-semibold [&_h5]:font-semibold [&_h6]:font-semibold",
        "[&_ol]:list-decimal [&_ol]:pl-5 [&_ul]:list-disc [&_ul]:pl-5",
        "[&_a]:text-accent [&_a]:underline [&_code]:font-mono [&_code]:text-xs",
        "[&_pre]:overflow-x-auto [&_pre]:rounded-md [&_pre]:bg-sunken [&_pre]:p-2",
        "[&_table]:w-full [&_table]:text-left [&_td]:border-b [&_td]:border-line [&_td]:py-1 [&_td]:pr-3 [&_td]:align-top",
        "[&_th]:border-b [&_th]:border-line [&_th]:py-1 [&_th]:pr-3 [&_th]:text-xs [&_th]:font-medium [&_th]:text-muted",
        props.className,
      )}
    >
      <Markdown remarkPlugins={[remarkGfm]} disallowedElements={["img"]} components={BELOW}>
        {props.text}
      </Markdown>
    </div>
  );
}
