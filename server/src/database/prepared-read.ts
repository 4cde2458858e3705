import type { Compilable, CompiledQuery } from 'kysely';

import type { GroupReads } from './database.ts';

/** Stands for a value while the text is made. */
class Place {
  readonly index: number;
  constructor(index: number) {
    this.index = index;
  }
}

/**
 * A read whose text is made once, for what is asked thousands of times: the builder takes longer over thirty columns than
 * the database over the row. `build` must give the same text for all values: it may put them into the query and no more.
 */
export function preparedRead<Values extends readonly unknown[], Row>(
  build: (db: GroupReads, ...values: Values) => Compilable<Row>,
): (db: GroupReads, ...values: Values) => Compilable<Row> {
  let made: CompiledQuery<Row> | undefined;
  return (db, ...values) => {
    const query = (made ??= build(db, ...placesFor(values)).compile());
    const parameters = query.parameters.map((given) => (given instanceof Place ? values[given.index] : given));
    return { compile: () => ({ ...query, parameters }) };
  };
}

function placesFor<Values extends readonly unknown[]>(values: Values): Values {
  return values.map((_, index) => new Place(index)) as unknown as Values;
}
