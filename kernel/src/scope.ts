import type { Actor } from './actor.ts';

/** What a token may be allowed, thing by thing. What is in no scope is done by people only. */
export const scopes = [
  'kinds:read',
  'requests:read',
  'requests:write',
  'needs:read',
  'needs:write',
  'offers:read',
  'offers:write',
  'asks:read',
  'asks:write',
  'commitments:read',
  'commitments:write',
  'events:read',
  'events:write',
  'places:read',
  /** Opens names, contacts, addresses and words; each opening is written down like a person's. */
  'personal:read',
] as const;
export type Scope = (typeof scopes)[number];

/** True for text that names a scope. */
export function isScope(text: string): text is Scope {
  return scopes.some((scope) => scope === text);
}

/**
 * Whether an actor acts within its scopes. A person always does. A program acts for the member who let it in: it may
 * what that member may and one of its scopes names, and nothing of what is done `in-person`.
 */
export function within(actor: Actor, scope: Scope | 'in-person'): boolean {
  if (actor.kind !== 'member' || actor.token === undefined) return true;
  return scope !== 'in-person' && actor.token.scopes.includes(scope);
}
