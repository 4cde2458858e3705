import { createTransport } from 'nodemailer';

import type { Channel, OutgoingMessage, SendOutcome } from './channel.ts';
import { messageIdHeader } from './message-id.ts';

export interface MailSettings {
  /** smtp:// or smtps://, with user and password where the server wants them. */
  readonly smtpUrl: string;
  /** The sender as the operator set it, "Name <address>" or an address alone. */
  readonly from: string;
  /** Host of the Message-ID. */
  readonly host: string;
  /** Waits on the mail server before a try counts as `retry`. */
  readonly timeoutMs?: number;
}

/** A mail server that does not answer in this time is down; the job comes again. */
const timeoutMsDefault = 20_000;

/** E-mail through an SMTP server. Keeps a few connections open, since batches go to the same server. */
export function mailChannel(settings: MailSettings): Channel {
  const timeoutMs = settings.timeoutMs ?? timeoutMsDefault;
  const transport = createTransport({
    url: settings.smtpUrl,
    pool: true,
    maxConnections: 3,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    name: 'mail',
    sends: true,
    async send(message) {
      try {
        await transport.sendMail(mailOf(message, settings));
        return { state: 'sent' };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    close: () => transport.close(),
  };
}

function mailOf(message: OutgoingMessage, settings: MailSettings) {
  const address = /<([^<>]+)>/.exec(settings.from)?.[1] ?? settings.from;
  const messageId = messageIdHeader(message, settings.host);
  return {
    from: { name: message.fromName, address },
    to: { name: '', address: message.to },
    subject: message.subject,
    text: message.text,
    html: message.html,
    messageId,
    // RFC 3834: tells vacation responders and other programs not to answer.
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': message.language },
    // RFC 3461: asks for a report only when it fails, with headers alone, under the name that finds the message again.
    dsn: { id: messageId.slice(1, -1), return: 'headers' as const, notify: ['failure' as const] },
  };
}

/**
 * SMTP replies (RFC 5321, section 4.2.1): 4yz may work later, 5yz will not. A 5yz to RCPT is about the address; to
 * anything else it is about us (sign-in, content, policy). What is no reply is a broken connection.
 */
function outcomeOf(error: unknown): SendOutcome {
  const { code = '', command = '', responseCode } = error as { code?: string; command?: string; responseCode?: number };
  // The server's own text often repeats the address: only its numbers are kept.
  const summary = ['smtp', command.split(' ')[0], responseCode ?? code].filter(Boolean).join(' ');
  if (responseCode === undefined) {
    return code === 'EENVELOPE' ? { state: 'bounced', error: summary } : { state: 'retry', error: summary };
  }
  if (responseCode < 500) return { state: 'retry', error: summary };
  const aboutAddress = /^RCPT/i.test(command) || code === 'EENVELOPE';
  return { state: aboutAddress ? 'bounced' : 'failed', error: summary };
}
