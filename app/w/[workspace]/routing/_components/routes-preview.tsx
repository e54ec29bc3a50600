import { Link } from "@/components/ui/link";
import { Alert } from "@/components/ui/alert";
import { buttonStyle } from "@/components/ui/button-style";
import { CopyButton } from "@/components/ui/copy-button";

/** The routes file as it would be written now. */
export function RoutesPreview(props: {
  file: { ok: true; value: string } | { ok: false; message: string };
  href: string;
}) {
  const { file } = props;
  return (
    <section aria-labelledby="routes-file" className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <h2 id="routes-file" className="text-base font-semibold">
          routes.yaml <span className="font-normal text-muted">draft</span>
        </h2>
        {file.ok ? (
          <div className="ml-auto flex items-center gap-2">
            <CopyButton value={file.value} label="Copy the draft" />
            <a href={props.href} download className={buttonStyle({ size: "sm" })}>
              Download the draft
            </a>
          </div>
        ) : null}
      </div>
      {file.ok ? (
        <pre
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
          tabIndex={0}
          aria-labelledby="routes-file"
          className="max-h-[70dvh] overflow-auto rounded-md bg-sunken p-3 font-mono text-xs leading-5"
        >
          {file.value}
        </pre>
      ) : (
        <Alert tone="error" title="The file may not leave as it is">
          {file.message}
        </Alert>
      )}
      <p className="text-muted">
        Nothing is released: a router should apply a release, and{" "}
        <code className="font-mono">GET /api/v1/routes.yaml</code> answers 404 until there is one.
        The file follows{" "}
        <Link
          href="/schemas/routes.v1.json"
          prefetch={false}
          className="underline underline-offset-2"
        >
          its JSON Schema
        </Link>
        .
      </p>
    </section>
  );
}
