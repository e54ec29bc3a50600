import { Download } from "lucide-react";
import { buttonStyle } from "@/components/ui/button-style";
import { ForeignText } from "@/components/ui/foreign-text";
import type { CallMedia } from "@/lib/calls/call-media";
import { formatBytes } from "@/lib/display/count";

/** The images, audio and files of a call: to be had where their bytes are kept. */
export function MediaList(props: { base: string; media: readonly CallMedia[] }) {
  if (props.media.length === 0) return null;
  return (
    <section aria-labelledby="media-of-call" className="flex flex-col gap-2">
      <h2 id="media-of-call" className="border-b border-line pb-1 text-sm font-semibold">
        Images, audio and files
      </h2>
      <ul className="flex flex-col">
        {props.media.map((one) => (
          <li
            key={one.digest}
            className="grid grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-x-4 border-b border-line py-1.5 max-sm:grid-cols-[minmax(0,1fr)_auto]"
          >
            <span className="min-w-0 wrap-anywhere max-sm:col-span-full">
              <ForeignText inline text={one.mediaType ?? one.medium} mono />
            </span>
            <span className="tabular-nums sm:text-right">{formatBytes(one.bytes)}</span>
            {one.kept ? (
              <a
                href={`${props.base}/media/${one.digest}`}
                download
                aria-label={`Download ${one.mediaType ?? one.medium}, ${formatBytes(one.bytes)}`}
                className={buttonStyle({ size: "sm" })}
              >
                <Download aria-hidden className="size-3.5" />
                Download
              </a>
            ) : (
              <span className="text-xs text-muted">only type, size and digest are kept</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
