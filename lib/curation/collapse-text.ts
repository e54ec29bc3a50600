/** Stands for whatever differs between two runs of the same thing. */
const VARIES = "¤";

const MARK = /\[[a-z][a-z0-9_]{0,39}:[0-9a-hjkmnp-tv-z]{8}\]/gu;
const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gu;
const UUID = /(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])/giu;
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
// Costly patterns run only where one that begins with a fixed character says that they may match.
const MAY_UUID = /-[0-9a-f]{4}-[0-9a-f]{4}-/iu;
const MAY_CODE = /¤(?<=[A-Z][-_#/]?¤)/u;
const MAY_JOIN = /¤(?:(?<=[-+#]¤)|%|[-_.:/,+\s]{0,3}¤)/u;
const MAY_DATE = new RegExp(`¤(?: ?(?:of )?[-/]?${MONTH}|(?<=${MONTH}\\.? ?¤))`, "u");

const NUMERAL = /\p{N}/gu;
/** Letters beyond ASCII are left out: scripts without spaces would lose words. */
const REST_OF_RUN = /[A-Za-z\p{N}]*/uy;
/** White space that is more than one space or another than a space. */
const WIDE_SPACE = /\s\s+|[^\S ]/gu;
/** White space beside anything that is no letter or digit says nothing. */
const LOOSE_SPACE = / ([^\p{L}\p{N} ]) ?|([^\p{L}\p{N} ]) /gu;

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
  if (MAY_UUID.test(short)) short = short.replace(UUID, VARIES);
  short = withoutRuns(short);
  const varies = short.includes(VARIES);
  if (varies) {
    if (MAY_CODE.test(short)) short = short.replace(CODE, VARIES);
    short = withoutJoins(short);
  }
  short = short.toLowerCase().replace(WIDE_SPACE, " ");
  if (varies) {
    short = short.replace(CLOCK, VARIES);
    if (MAY_DATE.test(short)) short = short.replace(DATE, VARIES);
    short = withoutJoins(short);
  }
  return short.replace(LOOSE_SPACE, "$1$2").trim();
}

const withoutJoins = (text: string): string =>
  MAY_JOIN.test(text) ? text.replace(JOINED, VARIES) : text;

/** Without the words of letters and digits in which a digit stands. */
function withoutRuns(text: string): string {
  let [written, at] = ["", 0];
  NUMERAL.lastIndex = 0;
  for (let hit = NUMERAL.exec(text); hit !== null; hit = NUMERAL.exec(text)) {
    let from = hit.index;
    while (from > at && isLetter(text.charCodeAt(from - 1))) from -= 1;
    REST_OF_RUN.lastIndex = hit.index;
    REST_OF_RUN.test(text);
    written += text.slice(at, from) + VARIES;
    at = REST_OF_RUN.lastIndex;
    NUMERAL.lastIndex = at;
  }
  return written + text.slice(at);
}

const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
