import { once } from 'node:events';
import type { Socket } from 'node:net';
import { PassThrough } from 'node:stream';

import type { ClientBase, Submittable } from 'pg';

/** The few parts of node-postgres's connection that COPY needs (PostgreSQL's protocol, "COPY Operations"). */
type Wire = {
  readonly stream: Socket;
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
};

/** What node-postgres calls on whatever it was given to submit. */
type CopyQuery = Submittable & {
  handleCopyInResponse?(wire: Wire): void;
  handleCopyData?(message: { readonly chunk: Buffer }): void;
  handleCommandComplete(message: { readonly text: string }): void;
  handleReadyForQuery(): void;
  handleError(error: Error): void;
};

/** Runs `COPY … TO STDOUT` and gives what comes, piece by piece, never more in memory than the reader leaves there. */
export async function* copyOut(client: ClientBase, statement: string): AsyncGenerator<Buffer, void, void> {
  const pieces = new PassThrough({ highWaterMark: 1 << 20 });
  let socket: Socket | undefined;
  pieces.on('drain', () => socket?.resume());
  const query: CopyQuery = {
    submit: (connection) => {
      const wire = connection as unknown as Wire;
      socket = wire.stream;
      wire.query(statement);
    },
    // The message's bytes lie in a buffer that the driver uses again.
    handleCopyData: ({ chunk }) => {
      if (!pieces.write(Buffer.from(chunk))) socket?.pause();
    },
    handleCommandComplete: () => undefined,
    handleReadyForQuery: () => pieces.end(),
    handleError: (error) => void pieces.destroy(error),
  };
  client.query(query);
  try {
    for await (const piece of pieces) yield piece as Buffer;
  } finally {
    socket?.resume();
  }
}

/** Runs `COPY … FROM STDIN` with the given pieces, and gives the number of rows it took. */
export async function copyIn(client: ClientBase, statement: string, pieces: AsyncIterable<Buffer>): Promise<number> {
  let rows = 0;
  let failure: Error | undefined;
  const done = new Promise<void>((resolve, reject) => {
    const query: CopyQuery = {
      submit: (connection) => (connection as unknown as Wire).query(statement),
      handleCopyInResponse: (wire) => {
        sendAll(wire, pieces, () => failure !== undefined).catch((error: Error) => {
          failure = error;
          wire.sendCopyFail('the input broke off');
        });
      },
      handleCommandComplete: ({ text }) => (rows = Number(text.split(' ')[1])),
      handleReadyForQuery: () => resolve(),
      handleError: (error) => {
        reject(failure ?? error);
        failure ??= error;
      },
    };
    client.query(query);
  });
  await done;
  return rows;
}

async function sendAll(wire: Wire, pieces: AsyncIterable<Buffer>, isOver: () => boolean): Promise<void> {
  for await (const piece of pieces) {
    if (isOver()) return;
    wire.sendCopyFromChunk(piece);
    if (wire.stream.writableNeedDrain) await once(wire.stream, 'drain');
  }
  wire.endCopyFrom();
}
