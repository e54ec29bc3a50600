/** Stands for whatever differs between two runs of the same thing. */
const VARIES = "¤";

const MARK = /\[[a-z][a-z0-9_]{0,39}:[0-9a-hjkmnp-tv-z]{8}\]/gu;
const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gu;
const UUID = /(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])/giu;
/** Letters beyond ASCII are left out: scripts without spaces would lose words. */
const RUN = /(?<![A-Za-z\p{N}])[A-Za-z]*\p{N}[A-Za-z\p{N}]*/gu;
const DIGIT = /\p{N}/u;
/** A code of letters and digits as people write them: ORD-2041. */
const CODE = /(?<![A-Za-z])[A-Z]{1,5}[-_#/]?¤/gu;
const JOINED = /[-+#]?¤(?:[-_.:/,+\s]{0,3}¤)*%?/gu;
const CLOCK = /¤ ?[ap]\.?m\b\.?/gu;
const WEEKDAY = "(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}[, ]{1,2})?";
const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const DATE = new RegExp(
  `(?<![a-z])${WEEKDAY}(?:¤ ?(?:of )?[-/]?${MONTH}\\b\\.?|${MONTH}\\b\\.? ?¤)(?:[-,/]? ?¤)*`,
  "gu",
);
/** White space beside anything that is no letter or digit says nothing. */
const LOOSE_SPACE = / ?([^\p{L}\p{N} ]) ?/gu;

/**
 * A text with all that varies from run to run taken out, case folded: numbers, dates and times,
 * ids (UUIDs, hexadecimal, letters mixed with digits), emails, marks of redaction and white space.
 * It reads short bounded pieces only, so that its time grows with the text. A month beside a number
 * counts as a date, even where it is the verb "may".
 */
export function collapseText(text: string): string {
  let short = text;
  if (short.includes("[")) short = short.replace(MARK, VARIES);
  if (short.includes("@")) short = short.replace(EMAIL, VARIES);
  if (DIGIT.test(short)) {
    short = short.replace(UUID, VARIES).replace(RUN, VARIES);
  }
  if (short.includes(VARIES)) short = short.replace(CODE, VARIES).replace(JOINED, VARIES);
  short = short.toLowerCase().replace(/\s+/gu, " ");
  if (short.includes(VARIES)) {
    short = short.replace(CLOCK, VARIES).replace(DATE, VARIES).replace(JOINED, VARIES);
  }
  return short.replace(LOOSE_SPACE, "$1").trim();
}
