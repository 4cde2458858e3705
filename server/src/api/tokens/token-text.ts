import { type GroupId, parseId } from '@barnraise/kernel/ids.ts';

/**
 * A token says which group it opens, so that it is looked for there and nowhere else: `barnraise_`, the group's id in
 * 22 characters, and 256 secret bits in 43. The name in front lets scanners find one that lies about in a repository.
 */
const shape = /^barnraise_([\w-]{22})([\w-]{43})$/;

export function tokenText(groupId: GroupId, secret: string): string {
  return `barnraise_${Buffer.from(groupId.replaceAll('-', ''), 'hex').toString('base64url')}${secret}`;
}

/** The parts of a token, or undefined for text that is none. */
export function parseToken(text: string): { readonly groupId: GroupId; readonly secret: string } | undefined {
  const [, group = '', secret = ''] = shape.exec(text) ?? [];
  const hex = Buffer.from(group, 'base64url').toString('hex');
  const groupId = parseId<GroupId>(hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
  return groupId && { groupId, secret };
}
