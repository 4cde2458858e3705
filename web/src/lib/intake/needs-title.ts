import type { ListedNeed } from '@barnraise/server/requests/request-list.ts';
import { amountText, kindText } from '@barnraise/server/words/amount-text.ts';
import type { Words } from '@barnraise/server/words/words.ts';

import { startUpper } from './start-upper.ts';

/** Kinds named in one line of a list; more are only counted. */
const shownMax = 4;

/** What a request asks for, as one line: "Food boxes, diapers and 3 more". With `amounts` each says how much. */
export function needsTitle(t: Words, needs: readonly ListedNeed[], amounts: boolean): string {
  if (needs.length === 0) return t('inbox.noNeeds');
  const shown = needs.slice(0, shownMax).map((need) => {
    const name = kindText(t, need.kind);
    return amounts ? `${name} (${amountText(t, need.kind, need.quantity, need.unit)})` : name;
  });
  const rest = needs.length - shown.length;
  return startUpper(t.list(rest > 0 ? [...shown, t('inbox.more', { count: rest })] : shown));
}
