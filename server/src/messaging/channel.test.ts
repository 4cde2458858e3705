import type { GroupId, MessageId } from '@barnraise/kernel/ids.ts';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Channel, OutgoingMessage } from './channel.ts';
import { mailChannel } from './mail-channel.ts';
import { noMailChannel } from './no-mail-channel.ts';

const message = (to: string): OutgoingMessage => ({
  groupId: '01932d00-0000-7000-8000-00000000000b' as GroupId,
  messageId: '01932d00-0000-7000-8000-00000000000a' as MessageId,
  fromName: 'Mill Creek "Neighbors", ñ',
  to,
  language: 'es',
  subject: '¿Todavía necesita ayuda?',
  text: 'Hola,\n\nsí.\n',
  html: '<p>Hola, sí.</p>',
});

/** A mail server of our own: the address says how it answers. */
const received: { readonly to: string; readonly mail: string }[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  hideENHANCEDSTATUSCODES: false,
  onRcptTo: (address, _session, done) => {
    const reply = /^(\d{3})@/.exec(address.address)?.[1];
    done(reply && reply !== '554' ? Object.assign(new Error('no'), { responseCode: Number(reply) }) : null);
  },
  onData: (stream, session, done) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      const to = session.envelope.rcptTo[0]?.address ?? '';
      if (to.startsWith('554@')) return done(Object.assign(new Error('spam'), { responseCode: 554 }));
      received.push({ to, mail: Buffer.concat(chunks).toString('utf8') });
      done();
    });
  },
});

let mail: Channel;
beforeAll(async () => {
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => resolve((listening.address() as { port: number }).port));
  });
  mail = mailChannel({
    smtpUrl: `smtp://127.0.0.1:${port}`,
    from: 'Barnraise <no-reply@help.example>',
    host: 'help.example',
  });
});
afterAll(async () => {
  mail.close();
  await new Promise<void>((resolve) => server.close(resolve));
});

/** What holds for every channel. */
describe.each([
  ['mail', () => mail],
  ['no mail', () => noMailChannel()],
] as const)('channel: %s', (_name, channel) => {
  test('takes a message, and the same again', async () => {
    const first = await channel().send(message('ana@example.org'));
    const second = await channel().send(message('ana@example.org'));
    expect(first).toEqual({ state: channel().sends ? 'sent' : 'shown' });
    expect(second).toEqual(first);
  });

  test.each(['', 'not an address', 'a@b\r\nBcc: c@d.example'])('never throws for %j', async (to) => {
    const outcome = await channel().send(message(to));
    expect(['bounced', 'failed', 'shown']).toContain(outcome.state);
  });
});

describe('mail channel', () => {
  test('a repeat is one message to a mail reader: the same Message-ID', async () => {
    await mail.send(message('rosa@example.org'));
    await mail.send(message('rosa@example.org'));
    const ids = received
      .filter((one) => one.to === 'rosa@example.org')
      .map((one) => /^Message-ID: (.*)$/im.exec(one.mail.replace(/\r\n /g, ' '))?.[1]?.trim());
    expect(ids).toEqual(Array(2).fill(`<${message('').messageId}.${message('').groupId}@help.example>`));
  });

  test('says that no person wrote it, and keeps every letter', async () => {
    await mail.send(message('luz@example.org'));
    const sent = received.find((one) => one.to === 'luz@example.org')?.mail ?? '';
    expect(sent).toMatch(/^Auto-Submitted: auto-generated\r?$/im);
    expect(sent).toMatch(/^Content-Type: multipart\/alternative/im);
    expect(sent).toContain('=?UTF-8?');
    expect(sent).not.toMatch(/^Bcc/im);
  });

  test.each([
    ['550', 'bounced'],
    ['450', 'retry'],
    ['554', 'failed'],
  ])('an answer of %s is %s, told without the address', async (code, state) => {
    const outcome = await mail.send(message(`${code}@example.org`));
    expect(outcome).toMatchObject({ state });
    expect(JSON.stringify(outcome)).not.toContain('example.org');
  });

  test('no server there is a reason to try later', async () => {
    const nowhere = mailChannel({
      smtpUrl: 'smtp://127.0.0.1:1',
      from: 'a@b.example',
      host: 'b.example',
      timeoutMs: 2000,
    });
    expect(await nowhere.send(message('ana@example.org'))).toMatchObject({ state: 'retry' });
    nowhere.close();
  });
});
