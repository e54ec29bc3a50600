/**
 * Parts of patterns. A value begins where no letter or digit stands before it, or behind an
 * escape such as `\n`, which is how a line end looks in JSON that is quoted inside a text.
 */
export const START = String.raw`(?:(?<![A-Za-z0-9_])|(?<=\\[nrtbf]))`;

/** The same for numbers: not inside a decimal, a path, or a code with dashes. */
export const NUMBER_START = String.raw`(?:(?<![A-Za-z0-9_.\-/#]|\d,)|(?<=\\[nrtbf]))`;

/** Behind a number: no letter or digit, and no further group of the same code. */
export const NUMBER_END = String.raw`(?![A-Za-z0-9_%]|[.\-/]\d)`;

/** Behind a token: nothing that could belong to it. */
export const END = String.raw`(?![A-Za-z0-9_])`;
