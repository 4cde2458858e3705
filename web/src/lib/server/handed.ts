import type { Context } from '@barnraise/server/context.ts';

/** What the program hands to the pages with every request. */
export interface Handed {
  readonly context: Context;
  /** Writes one line about a request: the name of the page, never its address, which may hold a token. */
  readonly logRequest: (line: RequestLine) => void;
  /** Tells about an error that nobody expected, and gives the reference to show to the reader. */
  readonly logError: (error: unknown, page: string) => string;
  /** Shows what only tests need: the page with all components, and the right-to-left language. */
  readonly isTest: boolean;
}

export interface RequestLine {
  readonly method: string;
  readonly page: string;
  readonly status: number;
  readonly milliseconds: number;
}

declare module 'node:http' {
  interface IncomingMessage {
    /** Set by web/serve.ts on every request before the pages see it. */
    barnraise?: Handed;
  }
}
