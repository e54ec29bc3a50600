import { Link } from "@/components/ui/link";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { formatDateTime } from "@/lib/display/time";

export type KeptEntry = {
  readonly number: number;
  readonly name: string;
  readonly keptBy: string | null;
  readonly createdAt: string;
};

/** Keeps this view as it is now, and lists what was kept. */
export function KeepProjection(props: {
  kept: readonly KeptEntry[];
  base: string;
  /** Null for people who may not. */
  action: ((form: FormData) => void) | null;
  pending: boolean;
  problem: string | null;
}) {
  return (
    <section aria-labelledby="kept" className="flex flex-col gap-2">
      <h2 id="kept" className="text-base font-semibold">
        Kept projections
      </h2>
      <p className="max-w-3xl text-muted">
        A kept projection stores its assumptions, the prices it used and what came out. It is never
        computed again.
      </p>
      {props.action === null ? null : (
        <form action={props.action} className="flex flex-wrap items-center gap-2">
          <Input
            name="name"
            required
            maxLength={100}
            aria-label="What is this projection for?"
            placeholder="Board meeting, with own GPU"
            autoComplete="off"
            className="w-72"
          />
          <Button type="submit" loading={props.pending}>
            Keep this projection
          </Button>
          {props.problem ? <span role="alert">{props.problem}</span> : null}
        </form>
      )}
      {props.kept.length === 0 ? (
        <p className="text-muted">None is kept yet.</p>
      ) : (
        <ul>
          {props.kept.map(({ number, name, keptBy, createdAt }) => (
            <li key={number} className="flex flex-wrap gap-x-3 border-t border-line py-1.5">
              <Link
                href={`${props.base}/savings/kept/${number}`}
                className="font-medium hover:underline"
              >
                {number} · {name}
              </Link>
              <span className="text-muted">
                {formatDateTime(createdAt)}, {keptBy ?? "an account that is gone"}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
