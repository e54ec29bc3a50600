/** A name of the code as words: `minLabels` and `min_labels` are "min labels". */
export const toWords = (name: string): string =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
