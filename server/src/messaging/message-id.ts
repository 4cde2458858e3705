import { type GroupId, type MessageId, parseId } from '@barnraise/kernel/ids.ts';

export interface MessageName {
  readonly groupId: GroupId;
  readonly messageId: MessageId;
}

/** The Message-ID header (RFC 5322, section 3.6.4): the same at every try, and enough to find the message from a bounce. */
export function messageIdHeader(name: MessageName, host: string): string {
  return `<${name.messageId}.${name.groupId}@${host}>`;
}

/** Finds the first Message-ID of ours in a text, whatever host stands behind it. */
export function findMessageId(text: string): MessageName | undefined {
  for (const match of text.matchAll(/([0-9a-f-]{36})\.([0-9a-f-]{36})@/gi)) {
    const messageId = parseId<MessageId>(match[1]);
    const groupId = parseId<GroupId>(match[2]);
    if (messageId && groupId) return { messageId, groupId };
  }
  return undefined;
}
