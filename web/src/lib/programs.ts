import type { Scope } from '@barnraise/kernel/scope.ts';
import type { PlainMessageKey } from '@barnraise/server/words/words.ts';

/** What a scope lets a program do, in plain words. */
export function scopeWord(scope: Scope): PlainMessageKey {
  return `programs.scope-${scope.replace(':', '-') as ScopeName}`;
}

type ScopeName = Scope extends infer One
  ? One extends `${infer Thing}:${infer Way}`
    ? `${Thing}-${Way}`
    : never
  : never;

/** What a webhook tells about, in plain words. */
export function subjectWord(
  subject: 'kinds' | 'requests' | 'needs' | 'offers' | 'asks' | 'commitments' | 'events' | 'places',
): PlainMessageKey {
  return `programs.subject-${subject}`;
}
