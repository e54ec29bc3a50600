import { DASH, isKnown, THIN } from "./dash";

/** Milliseconds as `374 ms`, `1.2 s`, `2 min 10 s`, `2 h 10 min`, `3 d 4 h`; a dash when unknown. */
export function formatDuration(ms: number | null | undefined): string {
  if (!isKnown(ms)) return DASH;
  if (ms < 999.5) return `${Math.round(ms)}${THIN}ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)}${THIN}s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600) return pair(Math.floor(seconds / 60), "min", seconds % 60, "s");
  const minutes = Math.round(seconds / 60);
  if (minutes < 1440) return pair(Math.floor(minutes / 60), "h", minutes % 60, "min");
  const hours = Math.round(minutes / 60);
  return pair(Math.floor(hours / 24), "d", hours % 24, "h");
}

const pair = (large: number, largeUnit: string, small: number, smallUnit: string): string =>
  small === 0
    ? `${large}${THIN}${largeUnit}`
    : `${large}${THIN}${largeUnit}\u00a0${small}${THIN}${smallUnit}`;

/** `2026-11-21 20:01 UTC`; a dash when unknown or not a date. */
export function formatDateTime(moment: string | Date | null | undefined): string {
  const iso = toIso(moment);
  return iso === null ? DASH : `${iso.slice(0, 10)}\u00a0${iso.slice(11, 16)}\u00a0UTC`;
}

/** `2026-11-21`, the UTC day; a dash when unknown or not a date. */
export function formatDate(moment: string | Date | null | undefined): string {
  return toIso(moment)?.slice(0, 10) ?? DASH;
}

function toIso(moment: string | Date | null | undefined): string | null {
  if (moment === null || moment === undefined || moment === "") return null;
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
