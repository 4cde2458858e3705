/** What a column of a table can be taken for. `none` leaves it out: it is kept only with the row as it came. */
export const columnMeanings = [
  'none',
  'key',
  'name',
  'phone',
  'mail',
  'address',
  'directions',
  'latitude',
  'longitude',
  'point',
  'askedAt',
  'needs',
  'kinds',
  'words',
  'answered',
  'size',
  'adults',
  'children',
  'language',
] as const;
export type ColumnMeaning = (typeof columnMeanings)[number];

/** Meanings that one column only can have. */
export const singleMeanings: ReadonlySet<ColumnMeaning> = new Set([
  'latitude',
  'longitude',
  'point',
  'askedAt',
  'kinds',
  'answered',
  'size',
  'adults',
  'children',
  'language',
]);
