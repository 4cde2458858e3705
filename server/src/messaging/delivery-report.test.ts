import { describe, expect, test } from 'vitest';

import { readDeliveryReport } from './delivery-report.ts';

const messageId = '01932d00-0000-7000-8000-00000000000a';
const groupId = '01932d00-0000-7000-8000-00000000000b';

/** As Postfix writes it: three parts, the last the headers of what came back. */
const report = (action: string, status: string, ours = `<${messageId}.${groupId}@help.example>`): string =>
  [
    'From: MAILER-DAEMON@mx.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
    '',
    '--b1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    'Final-Recipient: rfc822; ana@example.org',
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 5.1.1 <ana@example.org>: Recipient address rejected:',
    '    User unknown',
    '',
    '--b1',
    'Content-Type: text/rfc822-headers',
    '',
    'Subject: Your link to sign in',
    `Message-ID:`,
    ` ${ours}`,
    '--b1--',
  ].join('\r\n');

describe('readDeliveryReport', () => {
  test('finds our message and what became of it', () => {
    expect(readDeliveryReport(report('failed', '5.1.1'))).toEqual({
      name: { messageId, groupId },
      action: 'failed',
      status: '5.1.1',
    });
  });

  test('a delay is told apart from a failure', () => {
    expect(readDeliveryReport(report('delayed', '4.4.1'))).toMatchObject({ action: 'delayed', status: '4.4.1' });
  });

  test('reads a report whose lines were broken for transport', () => {
    const broken = report('failed', '5.1.1').replace('7000-8000-00000000000a', '7000-8000=\r\n-00000000000a');
    expect(readDeliveryReport(broken)).toMatchObject({ name: { messageId, groupId } });
  });

  test.each([
    ['a letter', 'Subject: hello\r\n\r\nHow are you?', 'not-a-report'],
    ['a report about somebody else', report('failed', '5.1.1', '<other@example.org>'), 'not-our-message'],
    ['nothing', '', 'not-a-report'],
  ])('refuses %s', (_name, mail, code) => {
    expect(readDeliveryReport(mail)).toEqual({ code });
  });
});
