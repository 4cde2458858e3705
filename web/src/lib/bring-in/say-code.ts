import type { MessageKey, Words } from '@barnraise/server/words/words.ts';

type Area = 'problem' | 'row' | 'odd' | 'remark' | 'question';

/** What a code of an import means, in the reader's words; its data fills the sentence. */
export function sayCode(t: Words, area: Area, coded: { readonly code: string }): string {
  const data = Object.fromEntries(
    Object.entries(coded).map(([name, value]) => [name, Array.isArray(value) ? t.list(value.map(String)) : value]),
  ) as Record<string, string | number>;
  const say = t as unknown as (key: MessageKey, parameters: Record<string, string | number>) => string;
  return say(`importTable.${area}-${coded.code}` as MessageKey, data);
}
