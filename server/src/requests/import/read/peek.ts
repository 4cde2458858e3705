export interface Peeked {
  /** The first bytes, as many as were asked for or as there are. */
  readonly head: Uint8Array;
  /** The whole, from the first byte on. */
  readonly whole: AsyncGenerator<Uint8Array>;
}

/** Looks at the first bytes of a stream without losing them. */
export async function peek(chunks: AsyncIterable<Uint8Array>, bytes: number): Promise<Peeked> {
  const iterator = chunks[Symbol.asyncIterator]();
  const taken: Uint8Array[] = [];
  let size = 0;
  while (size < bytes) {
    const next = await iterator.next();
    if (next.done) break;
    taken.push(next.value);
    size += next.value.length;
  }
  return { head: Buffer.concat(taken).subarray(0, bytes), whole: rest(taken, iterator) };
}

async function* rest(taken: readonly Uint8Array[], iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* taken;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}
