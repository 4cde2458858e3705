import type { MemberActor } from '@barnraise/kernel/actor.ts';
import type { GroupId, MemberId, MessageId, PersonId, RequestId } from '@barnraise/kernel/ids.ts';
import { minuteMs } from '@barnraise/kernel/instant.ts';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';

import { freshDatabase, seedGroups } from '../../../tests/store/database.ts';
import { freshId } from '../database/new-id.ts';
import { keepPerson } from '../people/keep-person.ts';
import type { Caller } from '../record/caller.ts';
import { undoAct } from '../record/undo-act.ts';
import { alertDuty } from './alert-duty.ts';
import { cancelBatch } from './cancel-batch.ts';
import { dutyAlerts } from './duty-alerts.ts';
import { mailChannel } from './mail-channel.ts';
import { messagePage, messageToPassOn } from './message-list.ts';
import { noMailChannel } from './no-mail-channel.ts';
import { queueMessage } from './queue-message.ts';
import { passOnMessage, retryMessage } from './retry-message.ts';
import { retryAt, sendMessage, triesMax } from './send-message.ts';
import { type ManyMessage, sendToMany } from './send-to-many.ts';
import { takeBounce } from './take-bounce.ts';
import { messagingUndoers } from './undo.ts';

/** A mail server of our own: what comes before the @ says how it answers. */
const mails: { readonly to: string; readonly text: string }[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: ({ address }, _session, done) => {
    const code = Number(/^(\d{3})@/.exec(address)?.[1] ?? 250);
    done(code === 250 ? null : Object.assign(new Error('no'), { responseCode: code }));
  },
  onData: (stream, session, done) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      mails.push({ to: session.envelope.rcptTo[0]?.address ?? '', text: Buffer.concat(chunks).toString() });
      done();
    });
  },
});
const port = await new Promise<number>((resolve) => {
  const listening = server.listen(0, '127.0.0.1', () => resolve((listening.address() as { port: number }).port));
});
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

let clock = Date.UTC(2026, 2, 3, 15);
const mail = mailChannel({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'no-reply@help.example', host: 'help.example' });
const { context, database, owner } = await freshDatabase({ mail, undoers: messagingUndoers, clock: () => clock });
const { here, there } = await seedGroups(context);
afterAll(() => mail.close());
beforeEach(() => void mails.splice(0));

interface SeededMember {
  readonly caller: Caller & { readonly actor: MemberActor };
  readonly personId: PersonId;
}

async function member(role: MemberActor['role'], address: string, groupId: GroupId = here): Promise<SeededMember> {
  return database.forGroup(groupId, async (tx) => {
    const personId = await keepPerson(context, tx, {
      sort: 'member',
      language: 'es',
      details: [
        { field: 'handle', value: role, audience: 'members' },
        { field: 'mail', value: address },
      ],
    });
    const memberId = freshId<MemberId>(tx);
    await tx.db
      .insertInto('members')
      .values({ group_id: groupId, id: memberId, person_id: personId, role, state: 'active' })
      .execute();
    return { caller: { groupId, actor: { kind: 'member', memberId, role, teams: [], personId } }, personId };
  });
}

const steward = await member('steward', 'steward@example.org');
const coordinator = await member('coordinator', 'coordinator@example.org');
const plain = await member('member', 'plain@example.org');
const foreign = await member('steward', 'foreign@example.org', there);

async function queue(to: string, extra: { readonly link?: string } = {}): Promise<MessageId> {
  const details = to === '' ? [] : [{ field: 'mail' as const, value: to }];
  return database.forGroup(here, async (tx) => {
    const personId = await keepPerson(context, tx, { sort: 'neighbor', details });
    const cause = { table: 'requests', id: freshId(tx) } as const;
    return queueMessage(context, tx, {
      personId,
      template: 'received',
      params: { code: 'K7M2', nextLookAt: clock },
      cause,
      ...extra,
    });
  });
}
const send = (messageId: string, through = context) => sendMessage(through, { groupId: here, messageId });
const stored = async (id: string) => (await owner.query('select * from messages where id = $1', [id])).rows[0];
const state = async (id: string): Promise<string> => (await stored(id)).state;

describe('sending one message', () => {
  test('goes out once, says the link, and keeps it no longer', async () => {
    const id = await queue('ana@example.org', { link: '/harbor-street/r/secret-token' });
    expect(JSON.stringify(await stored(id))).not.toContain('secret-token');
    await send(id);
    await send(id);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('/harbor-street/r/secret-token');
    expect(await state(id)).toBe('sent');
    expect((await owner.query('select 1 from vault_entries where subject_id = $1', [id])).rowCount).toBe(0);
  });

  test('a try that was cut off is made again later, as the same mail', async () => {
    const id = await queue('rosa@example.org');
    await owner.query(`update messages set state = 'sending', attempts = 1, send_at = $2 where id = $1`, [
      id,
      new Date(clock + 1),
    ]);
    await send(id);
    expect(mails).toHaveLength(0);
    clock += 6 * minuteMs;
    await send(id);
    expect(mails[0]?.text).toContain(id);
    expect(await stored(id)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  test('a busy server is tried again, further and further apart, and then no more', async () => {
    const id = await queue('450@example.org');
    for (let attempt = 1; attempt <= triesMax; attempt += 1) {
      expect(await state(id)).toBe('waiting');
      await send(id);
      clock += 3 * 60 * minuteMs;
    }
    expect(await stored(id)).toMatchObject({ state: 'failed', last_error: 'smtp RCPT 450' });
    expect(retryAt(0, 1)).toBe(minuteMs);
    expect(retryAt(0, 4)).toBe(8 * minuteMs);
    expect(retryAt(0, 30)).toBe(120 * minuteMs);
  });

  test.each([
    ['550@example.org', 'bounced'],
    ['', 'shown'],
  ])('to %j it is %s', async (to, expected) => {
    const id = await queue(to);
    await send(id);
    expect(await state(id)).toBe(expected);
  });

  test('without a mail server it is shown, link and all, to coordinators only', async () => {
    const id = await queue('luz@example.org', { link: '/harbor-street/r/token' });
    await send(id, { ...context, mail: noMailChannel() });
    expect(await state(id)).toBe('shown');
    const shown = await messageToPassOn(context, coordinator.caller, { messageId: id });
    expect(shown).toMatchObject({ value: { to: 'luz@example.org', link: expect.stringContaining('/r/token') } });
    expect(await messageToPassOn(context, plain.caller, { messageId: id })).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
    expect(await messageToPassOn(context, foreign.caller, { messageId: id })).toMatchObject({
      refusal: { code: 'not-found' },
    });
  });

  test('nobody is written to who was erased', async () => {
    const id = await queue('gone@example.org');
    await owner.query(
      'update persons set erased_at = now() where id = (select person_id from messages where id = $1)',
      [id],
    );
    await send(id);
    expect(mails).toHaveLength(0);
    expect(await state(id)).toBe('canceled');
  });
});

describe('stuck messages', () => {
  test('a bounce report marks the message once, and a coordinator sends it again', async () => {
    const id = await queue('moved@example.org');
    await send(id);
    const report = `Action: failed\nStatus: 5.1.1\n\nMessage-ID: <${id}.${here}@help.example>`;
    expect(await takeBounce(context, report)).toMatchObject({ ok: true });
    expect(await takeBounce(context, report)).toMatchObject({ ok: true });
    expect(await stored(id)).toMatchObject({ state: 'bounced', last_error: 'bounce 5.1.1' });
    expect(await retryMessage(context, plain.caller, { messageId: id })).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
    expect(await retryMessage(context, foreign.caller, { messageId: id })).toMatchObject({
      refusal: { code: 'not-found' },
    });
    expect(await retryMessage(context, coordinator.caller, { messageId: id })).toMatchObject({ ok: true });
    expect(await retryMessage(context, coordinator.caller, { messageId: id })).toMatchObject({
      refusal: { code: 'message-not-stuck' },
    });
    await send(id);
    expect(await state(id)).toBe('sent');
  });

  test('a delay, a stranger and a letter change nothing', async () => {
    const id = await queue('slow@example.org');
    await send(id);
    const about = (message: string, action = 'failed') => `Action: ${action}\n\n<${message}.${here}@help.example>`;
    expect(await takeBounce(context, about(id, 'delayed'))).toMatchObject({ refusal: { code: 'not-a-failure' } });
    expect(await takeBounce(context, about(here))).toMatchObject({ refusal: { code: 'not-our-message' } });
    expect(await takeBounce(context, 'Dear all')).toMatchObject({ refusal: { code: 'not-a-report' } });
    expect(await state(id)).toBe('sent');
  });

  test('one passed on by hand counts as sent', async () => {
    const id = await queue('');
    await send(id);
    expect(await passOnMessage(context, coordinator.caller, { messageId: id })).toMatchObject({ ok: true });
    expect(await stored(id)).toMatchObject({ state: 'sent', channel: 'by-hand' });
  });

  test('the page shows what is stuck, and is for coordinators', async () => {
    const id = await queue('');
    await send(id);
    const page = await messagePage(context, coordinator.caller, { filter: 'stuck' });
    expect(page).toMatchObject({ ok: true, value: { sendsMail: true } });
    expect(page.ok && page.value.lines.map((line) => line.id)).toContain(id);
    expect(page.ok && page.value.stuckCount).toBe(page.ok && page.value.lines.length);
    expect(await messagePage(context, plain.caller, { filter: 'all' })).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
  });
});

describe('writing to many', () => {
  const message: ManyMessage = {
    recipients: { to: 'members' },
    subject: 'Saturday\nBcc: all',
    text: 'At eight.\n\nBring gloves.',
  };
  const batchMessages = async (batchId: string): Promise<string[]> =>
    (await owner.query('select id from messages where batch_id = $1 order by id', [batchId])).rows.map((row) => row.id);

  test('waits a minute, says to how many, then reaches each once', async () => {
    const sent = await sendToMany(context, coordinator.caller, message);
    if (!sent.ok) throw new Error(sent.refusal.code);
    expect(sent.value).toMatchObject({ recipientCount: 3, sendAt: clock + minuteMs });
    const ids = await batchMessages(sent.value.batchId);
    for (const id of ids) await send(id);
    expect(mails).toHaveLength(0);
    clock += minuteMs;
    for (const id of ids) await send(id);
    expect(mails.map((one) => one.to).sort()).toEqual([
      'coordinator@example.org',
      'plain@example.org',
      'steward@example.org',
    ]);
    expect(mails[0]?.text).toContain('Subject: Saturday Bcc: all');
    expect(mails[0]?.text).toContain('Bring gloves.');
    expect(await cancelBatch(context, coordinator.caller, sent.value)).toMatchObject({
      refusal: { code: 'message-sent' },
    });
  });

  test('is stopped within its minute, by button or by undo', async () => {
    for (const way of ['cancel', 'undo']) {
      const sent = await sendToMany(context, coordinator.caller, message);
      if (!sent.ok) throw new Error(sent.refusal.code);
      const stopped =
        way === 'cancel'
          ? await cancelBatch(context, steward.caller, sent.value)
          : await undoAct(context, coordinator.caller, sent.value);
      expect(stopped).toMatchObject({ ok: true });
      clock += 2 * minuteMs;
      for (const id of await batchMessages(sent.value.batchId)) await send(id);
      expect(mails).toHaveLength(0);
      expect(await cancelBatch(context, steward.caller, sent.value)).toMatchObject({
        refusal: { code: 'already-stopped' },
      });
    }
  });

  test('goes once, however often its form is sent', async () => {
    const send = () => sendToMany(context, coordinator.caller, message, { idempotencyKey: 'one-form' });
    const [first, second] = await Promise.all([send(), send()]);
    expect(first).toMatchObject({ ok: true });
    expect(second).toEqual(first);
    const { rows } = await owner.query(`select count(*)::int as n from idempotency_keys where key = 'one-form'`);
    expect(rows).toEqual([{ n: 1 }]);
  });

  test('can be sent to oneself first, at once', async () => {
    const sent = await sendToMany(context, coordinator.caller, { ...message, recipients: { to: 'myself' } });
    if (!sent.ok) throw new Error(sent.refusal.code);
    for (const id of await batchMessages(sent.value.batchId)) await send(id);
    expect(mails.map((one) => one.to)).toEqual(['coordinator@example.org']);
  });

  test('is refused to members, to nobody, and across groups', async () => {
    expect(await sendToMany(context, plain.caller, message)).toMatchObject({ refusal: { code: 'not-allowed' } });
    const nobody = { to: 'team', teamId: here as never } as const;
    expect(await sendToMany(context, coordinator.caller, { ...message, recipients: nobody })).toMatchObject({
      refusal: { code: 'no-recipients' },
    });
    const sent = await sendToMany(context, coordinator.caller, message);
    if (!sent.ok) throw new Error(sent.refusal.code);
    expect(await cancelBatch(context, plain.caller, sent.value)).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(await cancelBatch(context, foreign.caller, sent.value)).toMatchObject({ refusal: { code: 'not-found' } });
  });
});

describe('alarm', () => {
  async function request(): Promise<RequestId> {
    return database.forGroup(here, async (tx) => {
      const id = freshId<RequestId>(tx);
      await tx.db
        .insertInto('requests')
        .values({
          group_id: here,
          id,
          code: id.slice(-8),
          requester_kind: 'neighbor',
          state: 'new',
          channel: 'web',
          sharing: '{}',
          danger: ['fire'],
        })
        .execute();
      return id;
    });
  }
  const alert = (requestId: string) => alertDuty(context, { groupId: here, requestId });
  const told = async (id: string): Promise<PersonId[]> =>
    (await owner.query(`select person_id from messages where cause_id = $1 order by id`, [id])).rows.map(
      (row) => row.person_id,
    );
  const setDuty = (memberId: string | null) =>
    owner.query('update group_settings set duty_member_id = $2 where group_id = $1', [here, memberId]);

  test('reaches who is on duty, then coordinators, then stewards, each once', async () => {
    await setDuty(coordinator.caller.actor.memberId);
    const id = await request();
    await alert(id);
    await alert(id);
    expect(await told(id)).toEqual([coordinator.personId]);
    clock += 20 * minuteMs;
    await alert(id);
    expect(await told(id)).toEqual([coordinator.personId, steward.personId]);
  });

  test('goes on to the coordinators at once when nobody is on duty, and ends when somebody has it', async () => {
    await setDuty(null);
    const id = await request();
    expect(await database.readGroup(here, (tx) => dutyAlerts(tx, coordinator.caller.actor))).toContainEqual(
      expect.objectContaining({ requestId: id }),
    );
    expect(await database.readGroup(here, (tx) => dutyAlerts(tx, plain.caller.actor))).toEqual([]);
    await alert(id);
    expect(await told(id)).toEqual([coordinator.personId]);
    await owner.query(`update requests set state = 'taken-in', owner_id = $2 where id = $1`, [
      id,
      coordinator.caller.actor.memberId,
    ]);
    clock += 30 * minuteMs;
    await alert(id);
    expect(await told(id)).toHaveLength(1);
    const alerts = await database.readGroup(here, (tx) => dutyAlerts(tx, coordinator.caller.actor));
    expect(alerts.map((one) => one.requestId)).not.toContain(id);
  });
});
