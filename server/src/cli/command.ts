/** One word of `barnraise WORD`. */
export type Command = {
  /** What follows the word, for the help: `FILE [--keys FILE]`. */
  readonly usage: string;
  /** One line for the list. */
  readonly summary: string;
  /** Whatever else a person must know before using it. */
  readonly details?: string;
  /** Does it, says what it did on the standard output, and gives the exit code. */
  readonly run: (args: readonly string[]) => Promise<number>;
};

/** The command line was not understood; the message says what to write. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
