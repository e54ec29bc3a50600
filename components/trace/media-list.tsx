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
      <ul className="flex flex-col gap-1.5">
        {props.media.map((one) => (
          <li key={one.digest} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <ForeignText text={one.mediaType ?? one.medium} mono />
            <span className="tabular-nums">{formatBytes(one.bytes)}</span>
            {one.kept ? (
              <a
                href={`${props.base}/media/${one.digest}`}
                download
                className={buttonStyle({ size: "sm" })}
              >
                <Download aria-hidden className="size-3.5" />
                Download
              </a>
            ) : (
              <span className="text-muted">only type, size and digest are kept</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
