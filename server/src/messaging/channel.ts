import type { GroupId, MessageId } from '@barnraise/kernel/ids.ts';

/** One message, said in one person's language and ready to leave. */
export interface OutgoingMessage {
  readonly groupId: GroupId;
  readonly messageId: MessageId;
  /** The group's name, by which the reader knows who writes. */
  readonly fromName: string;
  /** Where it goes, in the channel's own notation: an e-mail address, later a phone number. */
  readonly to: string;
  /** BCP 47 tag of the texts. */
  readonly language: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * What became of one try. `retry` may work later (busy, greylisted, no connection); `failed` will not until the operator
 * changes something; `bounced` means that the address takes no mail; `shown` that this server sends nothing and the page
 * shows the text for somebody to pass on.
 */
export type SendOutcome =
  | { readonly state: 'sent' }
  | { readonly state: 'shown' }
  | { readonly state: 'retry'; readonly error: string }
  | { readonly state: 'failed'; readonly error: string }
  | { readonly state: 'bounced'; readonly error: string };

/**
 * A way to reach people. Sending the same message twice must look like one message to who gets it, since a crash between
 * sending and noting makes a repeat. `send` never throws; errors hold no personal details.
 */
export interface Channel {
  readonly name: 'mail';
  /** False when messages are only shown on pages. */
  readonly sends: boolean;
  send(message: OutgoingMessage): Promise<SendOutcome>;
  close(): void;
}
