import type { MessageKey, Words } from '@barnraise/server/words/words.ts';

/** What a refusal means, in the reader's words. Its data fills the sentence: how much is open, how many must go. */
export function refusalText(t: Words, refusal: { readonly code: string }): string {
  const data = Object.fromEntries(
    Object.entries(refusal).filter(([, value]) => typeof value === 'number' || typeof value === 'string'),
  ) as Record<string, string | number>;
  const count = data['openQuantity'] ?? data['count'] ?? 0;
  const key = `refusal.${refusal.code}` as MessageKey;
  return (t as unknown as (key: MessageKey, parameters: Record<string, string | number>) => string)(key, {
    ...data,
    count,
  });
}
