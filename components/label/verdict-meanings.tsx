import { Fold } from "@/components/trace/fold";
import { VerdictBadge } from "@/components/ui/verdict-badge";
import { VERDICT_CHOICES } from "@/components/label/verdict-choices";
import type { Codebook } from "@/lib/labelling/codebook";

/** What the four words mean, with an example each, as the draw's codebook says it. */
export function VerdictMeanings(props: { codebook: Codebook }) {
  return (
    <Fold title="What the words mean">
      {() => (
        <dl className="flex flex-col gap-3 pb-2 text-sm">
          {VERDICT_CHOICES.map(({ verdict }) => {
            const { definition, example } = props.codebook.verdicts[verdict];
            return (
              <div key={verdict}>
                <dt className="pb-0.5">
                  <VerdictBadge verdict={verdict} />
                </dt>
                <dd>{definition}</dd>
                <dd className="text-muted">For example: {example}</dd>
              </div>
            );
          })}
        </dl>
      )}
    </Fold>
  );
}
