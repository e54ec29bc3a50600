import { CodebookDiff } from "@/components/codebook/codebook-diff";
import { CodebookPreview } from "@/components/codebook/codebook-preview";
import { MarkdownText } from "@/components/ui/markdown";
import { formatCounted } from "@/lib/display/count";
import { codebookParts } from "@/lib/labelling/codebook-parts";
import type { CodebookVersion } from "@/lib/labelling/codebook-version";

/** One version to be read, with what it changed against the version before it. */
export function CodebookReading(props: {
  version: CodebookVersion;
  before: CodebookVersion | null;
}) {
  const { version, before } = props;
  const parts = codebookParts(version.content).filter(({ name }) => name !== "Guidance");
  return (
    <article
      aria-label={`Version ${version.version}`}
      className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]"
    >
      <div className="flex flex-col gap-6">
        <div>
          <h2 className="text-xl font-semibold">Version {version.version}</h2>
          <p className="text-muted">
            {version.rows > 0
              ? `Frozen: it carries ${formatCounted(version.labels, "label")}.`
              : "No label uses it yet."}
          </p>
        </div>
        {before === null ? null : (
          <section aria-label="Differences" className="flex flex-col gap-2">
            <h3 className="text-base font-semibold">Against version {before.version}</h3>
            <CodebookDiff before={before.content} after={version.content} />
          </section>
        )}
        <dl className="flex flex-col gap-3">
          {parts.map(({ name, text }) => (
            <div key={name}>
              <dt className="text-xs text-muted">{name}</dt>
              <dd className="text-sm whitespace-pre-wrap">{text}</dd>
            </div>
          ))}
        </dl>
        <MarkdownText text={version.content.guidance} />
      </div>
      <CodebookPreview codebook={version.content} />
    </article>
  );
}
