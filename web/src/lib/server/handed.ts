/** What the program hands to the pages with every request. */
export interface Handed {
  readonly context: unknown;
  /** Writes one line about a request: the name of the page, never its address, which may hold a token. */
  readonly logRequest: (line: RequestLine) => void;
  /** Tells about an error that nobody expected, and gives the reference to show to the reader. */
  readonly logError: (error: unknown, page: string) => string;
  /** Offers the right-to-left test language. */
  readonly offersMirror: boolean;
}

export interface RequestLine {
  readonly method: string;
  readonly page: string;
  readonly status: number;
  readonly milliseconds: number;
}
