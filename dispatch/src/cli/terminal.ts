import { writeFileSync } from 'node:fs';

/** Where a command writes and how it hears of Ctrl-C. Tests give their own. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Standard error is a screen: progress may rewrite its line, and colors are seen. */
  readonly isScreen: boolean;
  /** Calls back at every Ctrl-C until the answer is called. */
  readonly onInterrupt: (listener: () => void) => () => void;
}

export function processTerminal(): Terminal {
  return {
    // Written at once: a pipe that is slow must not lose the end of a plan when the process exits.
    out: (text) => writeFileSync(1, text),
    err: (text) => process.stderr.write(text),
    isScreen: process.stderr.isTTY,
    onInterrupt: (listener) => {
      process.on('SIGINT', listener);
      return () => process.off('SIGINT', listener);
    },
  };
}
