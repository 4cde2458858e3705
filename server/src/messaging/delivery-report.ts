import { findMessageId, type MessageName } from './message-id.ts';

/** What a mail server reported about one of our messages (RFC 3464). */
export interface DeliveryReport {
  readonly name: MessageName;
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** Enhanced status code (RFC 3463), for example "5.1.1"; empty where the report has none. */
  readonly status: string;
}

export type ReportRefusal = { readonly code: 'not-a-report' } | { readonly code: 'not-our-message' };

/** Longer mails are no delivery reports: those hold a few headers and the start of what came back. */
const reportLengthMax = 256 * 1024;

/**
 * Reads a delivery report from a whole mail as text. It goes by fields and not by MIME parts, because servers differ in
 * how they wrap them, and never trusts the addresses inside: only our own Message-ID counts.
 */
export function readDeliveryReport(mail: string): DeliveryReport | ReportRefusal {
  const text = unwrapped(mail.slice(0, reportLengthMax));
  const action = /^Action:\s*(failed|delayed|delivered|relayed|expanded)\s*$/im.exec(text)?.[1]?.toLowerCase();
  if (action === undefined) return { code: 'not-a-report' };
  const name = findMessageId(text);
  if (!name) return { code: 'not-our-message' };
  const status = /^Status:\s*([245]\.\d{1,3}\.\d{1,3})/im.exec(text)?.[1] ?? '';
  return { name, action: action as DeliveryReport['action'], status };
}

/** Header folding (RFC 5322, section 2.2.3) and the soft breaks of quoted-printable (RFC 2045, section 6.7) undone. */
function unwrapped(mail: string): string {
  return mail
    .replace(/\r\n/g, '\n')
    .replace(/=\n/g, '')
    .replace(/=3D/gi, '=')
    .replace(/\n[ \t]+/g, ' ');
}
