import { CopyButton } from "@/components/ui/copy-button";
import { STEP_TAG } from "@/lib/routing/route-entry";

/** How to give calls a step type, so that a router can tell them apart before they are made. */
export function TagYourSteps() {
  return (
    <section aria-labelledby="tag-your-steps" className="flex max-w-3xl flex-col gap-3">
      <h2 id="tag-your-steps" className="text-base font-semibold">
        Tag your steps
      </h2>
      <p className="text-muted">
        These calls carry no step type, so no router can tell them from others: they are not
        addressable. Set <code className="font-mono">{STEP_TAG.name}</code> where the call is made,
        with a name for what the step does, such as <code className="font-mono">extract_field</code>
        . Calls sent from then on are decided by it.
      </p>
      <dl className="flex flex-col gap-3">
        {STEP_TAG.how.map((how) => {
          const [framework = "", ...rest] = how.split(": ");
          const snippet = rest.join(": ");
          return (
            <div key={framework} className="flex flex-col gap-1">
              <dt className="font-medium">{framework}</dt>
              <dd className="flex items-start gap-1 rounded-md bg-sunken py-1 pr-1 pl-3">
                <code className="min-w-0 flex-1 py-1 font-mono text-[0.92em] wrap-anywhere">
                  {snippet}
                </code>
                <CopyButton value={snippet} label={`Copy for ${framework}`} />
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
