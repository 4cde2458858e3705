import { minuteMs } from '@barnraise/kernel/instant.ts';
import { describe, expect, test } from 'vitest';

import { peopleRoom, tokenOf } from '../../../tests/seed/people-room.ts';
import { noMailChannel } from '../messaging/no-mail-channel.ts';
import { changeOwnDetails } from './change-own-details.ts';
import { endAllSessions, endSession, listSessions } from './end-session.ts';
import { recoverSteward } from './recover-steward.ts';
import { requestSignInLink } from './request-sign-in-link.ts';
import { readSession } from './session.ts';
import { hashToken } from './secret-token.ts';
import { dropEndedSessions } from './session-table.ts';
import { signInLinkWorks, useRecoveryCode, useSignInLink } from './use-sign-in-link.ts';

const { context, database, owner, clock, visit, here, there, started, callerOf, sessionOf, mailedLink } =
  await peopleRoom();

describe('signing in', () => {
  test('the recovery sheet works, each part once, also typed carelessly', async () => {
    const { sheet } = await started({ slug: 'sheet-group' });
    const code = sheet.codes[0] ?? '';
    const typed = code.toLowerCase().replaceAll('-', ' ');
    expect(await useRecoveryCode(context, { code: typed, visit })).toMatchObject({
      ok: true,
      value: { slug: 'sheet-group' },
    });
    expect(await useRecoveryCode(context, { code, visit })).toMatchObject({ refusal: { code: 'link-used-up' } });
    expect(await useRecoveryCode(context, { code: 'ABCD', visit })).toMatchObject({
      refusal: { code: 'not-a-recovery-code' },
    });
    expect(await useSignInLink(context, { token: sheet.linkToken, visit })).toMatchObject({ ok: true });
    expect(await useSignInLink(context, { token: sheet.linkToken, visit })).toMatchObject({
      refusal: { code: 'link-used-up' },
    });
    expect(await useSignInLink(context, { token: '../x', visit })).toMatchObject({ refusal: { code: 'link-used-up' } });
  });

  test('a form sent twice over a bad line signs in both times, and once', async () => {
    const { sheet } = await started({ slug: 'bad-line' });
    const send = (formKey: string) => useSignInLink(context, { token: sheet.linkToken, visit: { ...visit, formKey } });
    const [first, second] = [await send('key-one'), await send('key-one')];
    expect(first).toMatchObject({ ok: true });
    expect(second).toEqual(first);
    expect(await send('key-two')).toMatchObject({ refusal: { code: 'link-used-up' } });
  });

  test('a link proves the mailbox it was mailed to, and no other', async () => {
    const group = await started({ slug: 'two-mails', steward: { handle: 'Eve', phone: '', mail: 'eve@example.org' } });
    const token = tokenOf(await mailedLink(group.groupId, 'confirmMail'));
    const caller = await callerOf(group);
    const details = { handle: 'Eve', phone: '', phoneIsShown: false, mail: 'victim@example.org', language: 'en' };
    expect(await changeOwnDetails(context, caller, details)).toMatchObject({ ok: true });
    expect(await useSignInLink(context, { token, visit })).toMatchObject({ ok: true });
    const proved = async (mail: string): Promise<boolean> => {
      const hash = context.vault.server.hash('mail', mail);
      return (await owner.query('select 1 from logins where mail_hash = $1', [hash])).rowCount === 1;
    };
    expect(await proved('victim@example.org')).toBe(false);
    const second = tokenOf(await mailedLink(group.groupId, 'confirmMail'));
    await useSignInLink(context, { token: second, visit });
    expect(await proved('victim@example.org')).toBe(true);
  });

  test('sessions and links that are over are taken away', async () => {
    const { sessionToken } = await started({ slug: 'over-soon' });
    await owner.query(`update sessions set expires_at = now() - interval '1 minute' where token_hash = $1`, [
      hashToken(sessionToken),
    ]);
    await dropEndedSessions(database);
    expect(
      (await owner.query('select 1 from sessions where token_hash = $1', [hashToken(sessionToken)])).rowCount,
    ).toBe(0);
    expect(await readSession(context, here.sessionToken)).toBeDefined();
  });

  test('codes cannot be tried out', async () => {
    const attacker = { ...visit, address: '198.51.100.1' };
    const tries = [];
    for (let index = 0; index < 12; index += 1)
      tries.push(await useRecoveryCode(context, { code: 'AAAA', visit: attacker }));
    expect(tries.at(-1)).toMatchObject({ refusal: { code: 'too-many-tries' } });
  });

  test('a mailed link works once, for a quarter of an hour, and looking at it uses nothing up', async () => {
    const group = await started({ slug: 'mail-group', steward: { handle: 'Bo', phone: '', mail: 'bo@example.org' } });
    // Not before the address is confirmed.
    expect(await requestSignInLink(context, { mail: 'bo@example.org', address: visit.address })).toMatchObject({
      ok: true,
    });
    await expect(mailedLink(group.groupId, 'signIn')).rejects.toThrow();
    const check = tokenOf(await mailedLink(group.groupId, 'confirmMail'));
    expect(await useSignInLink(context, { token: check, visit })).toMatchObject({ ok: true });

    expect(await requestSignInLink(context, { mail: ' BO@example.org', address: visit.address })).toMatchObject({
      ok: true,
    });
    const token = tokenOf(await mailedLink(group.groupId, 'signIn'));
    expect(await signInLinkWorks(context, token)).toBe(true);
    expect(await signInLinkWorks(context, token)).toBe(true);
    const used = await Promise.all([1, 2, 3].map(() => useSignInLink(context, { token, visit })));
    expect(used.filter((one) => one.ok)).toHaveLength(1);
    expect(await signInLinkWorks(context, token)).toBe(false);

    await requestSignInLink(context, { mail: 'bo@example.org', address: visit.address });
    const late = tokenOf(await mailedLink(group.groupId, 'signIn'));
    clock.now += 16 * minuteMs;
    expect(await useSignInLink(context, { token: late, visit })).toMatchObject({ refusal: { code: 'link-used-up' } });
  });

  test('nobody learns from the answer who belongs here, and no mailbox is buried', async () => {
    expect(await requestSignInLink(context, { mail: 'nobody@example.org', address: visit.address })).toEqual({
      ok: true,
      value: null,
    });
    expect(await requestSignInLink(context, { mail: 'not a mail', address: visit.address })).toMatchObject({
      refusal: { code: 'not-a-mail' },
    });
    expect(
      await requestSignInLink({ ...context, mail: noMailChannel() }, { mail: 'a@example.org', address: visit.address }),
    ).toMatchObject({
      refusal: { code: 'no-mail-here' },
    });
    for (let index = 0; index < 5; index += 1)
      await requestSignInLink(context, { mail: 'flood@example.org', address: visit.address });
    expect(await requestSignInLink(context, { mail: 'flood@example.org', address: visit.address })).toMatchObject({
      refusal: { code: 'too-many-tries' },
    });
  });

  test('sessions are listed, ended one by one and everywhere; tokens are nowhere', async () => {
    const { sheet, sessionToken } = await started({ slug: 'session-group' });
    const second = await useSignInLink(context, { token: sheet.linkToken, visit });
    if (!second.ok) throw new Error(second.refusal.code);
    const session = await sessionOf(sessionToken);
    const lines = await listSessions(context, session);
    expect(lines).toMatchObject([{ isThisOne: true, device: 'Firefox, Linux' }, { isThisOne: false }]);
    const { rows } = await owner.query('select * from sessions');
    expect(JSON.stringify(rows)).not.toContain(sessionToken);
    await endSession(context, session, lines[1]?.name);
    expect(await readSession(context, second.value.sessionToken)).toBeUndefined();
    await endAllSessions(context, session);
    expect(await readSession(context, sessionToken)).toBeUndefined();
    expect(await readSession(context, 'x')).toBeUndefined();
    expect(await readSession(context, undefined)).toBeUndefined();
  });

  test('the operator lets a steward in again, and the group sees it', async () => {
    const recovered = await recoverSteward(context, { slug: 'mill-valley' });
    if (!recovered.ok) throw new Error(recovered.refusal.code);
    const token = tokenOf(recovered.value.path);
    expect(await useSignInLink(context, { token, visit })).toMatchObject({ ok: true, value: { slug: 'mill-valley' } });
    const { rows } = await owner.query(`select verb from audit_entries where group_id = $1 order by id`, [
      there.groupId,
    ]);
    expect(rows.map((row) => row.verb)).toEqual(expect.arrayContaining(['recover-steward', 'sign-in-by-recovery']));
    expect(await recoverSteward(context, { slug: 'nowhere' })).toMatchObject({ refusal: { code: 'group-not-found' } });
  });
});
