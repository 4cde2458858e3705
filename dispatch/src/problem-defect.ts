/** What makes a problem meaningless. `path` leads into it, as in `vehicles[2].shift`. */
export type ProblemDefect =
  | { readonly code: 'not-a-number'; readonly path: string; readonly found: string }
  | { readonly code: 'below-least'; readonly path: string; readonly found: number; readonly least: number }
  | { readonly code: 'not-whole'; readonly path: string; readonly found: number }
  | { readonly code: 'window-upside-down'; readonly path: string; readonly earliest: number; readonly latest: number }
  | { readonly code: 'wrong-length'; readonly path: string; readonly found: number; readonly expected: number }
  | { readonly code: 'empty'; readonly path: string }
  | { readonly code: 'name-taken'; readonly path: string; readonly name: string }
  | { readonly code: 'name-unknown'; readonly path: string; readonly name: string; readonly sort: string }
  | { readonly code: 'place-without-coordinates'; readonly path: string; readonly place: string };
