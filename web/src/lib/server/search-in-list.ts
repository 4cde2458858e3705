import { cleanText } from './form-input.ts';

/** What an address says of a list that is searched and paged through: a word to find, and behind what to go on. */
export interface SearchInList {
  readonly search: string;
  readonly after: string | null;
}

export function searchInList({ searchParams }: URL): SearchInList {
  return {
    search: cleanText(searchParams.get('search') ?? '', 100).trim(),
    after: searchParams.get('after'),
  };
}

/** Links to the first page, from any other, and to the next one; the same is searched for on each. */
export function pagesOf(
  { search, after }: SearchInList,
  next: string | undefined,
): { readonly first: string | undefined; readonly next: string | undefined } {
  const link = (more: Readonly<Record<string, string>>): string =>
    `?${new URLSearchParams({ ...(search && { search }), ...more }).toString()}`;
  return { first: after ? link({}) : undefined, next: next && link({ after: next }) };
}
