import type { LayoutServerLoad } from './$types';

/** What every page needs: its words, and its own address for the switch between languages. */
export const load: LayoutServerLoad = ({ locals, url }) => {
  const here = new URL(url);
  here.searchParams.delete('lang');
  return { wordsName: locals.wordsName, here: here.pathname + here.search };
};
