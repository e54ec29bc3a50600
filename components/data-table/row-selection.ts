/** A selection of rows by id. */
export type RowSelection<Row> = {
  selected: ReadonlySet<string>;
  onChange: (selected: ReadonlySet<string>) => void;
  nameOf: (row: Row) => string;
};

/** The selection with one id put in or taken out. */
export const withRow = (
  selected: ReadonlySet<string>,
  id: string,
  isIn: boolean,
): ReadonlySet<string> => {
  const next = new Set(selected);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
};
