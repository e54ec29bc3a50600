export type ParsedTime = {
  /** ISO 8601 in UTC, to the millisecond. */
  at: string;
  /** Whether no time zone was given, so that UTC was assumed. */
  assumedUtc: boolean;
};

const TIME =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d\d(?::?\d\d)?)?)?$/iu;

/** Reads an ISO 8601 time (also with a blank for the T); a time without a zone is UTC. */
export function parseTime(text: string): ParsedTime | null {
  const match = TIME.exec(text.trim());
  if (match === null) return null;
  const [, year, month, day, hour = "00", minute = "00", second = "00", fraction = "", zone] =
    match;
  const date = `${year}-${month}-${day}`;
  const millis = fraction.padEnd(3, "0").slice(0, 3);
  const local = new Date(`${date}T${hour}:${minute}:${second}.${millis}Z`);
  if (Number.isNaN(local.getTime()) || local.toISOString().slice(0, 10) !== date) return null;
  const moment = new Date(local.getTime() - offsetMinutes(zone) * 60_000);
  if (Number.isNaN(moment.getTime())) return null;
  return { at: moment.toISOString(), assumedUtc: zone === undefined };
}

function offsetMinutes(zone: string | undefined): number {
  if (zone === undefined || zone.toUpperCase() === "Z") return 0;
  const digits = zone.slice(1).replace(":", "");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || 0);
  return zone.startsWith("-") ? -minutes : minutes;
}
