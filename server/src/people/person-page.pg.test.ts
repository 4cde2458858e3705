import type { GroupId, PersonId, RequestId } from '@barnraise/kernel/ids.ts';
import { dayMs } from '@barnraise/kernel/instant.ts';
import { describe, expect, test } from 'vitest';

import { seedKind, seedNeed } from '../../../tests/seed/people-and-needs.ts';
import { freshDatabase } from '../../../tests/store/database.ts';
import { freshId } from '../database/new-id.ts';
import type { Caller } from '../record/caller.ts';
import { undoAct } from '../record/undo-act.ts';
import { commitToNeed } from '../requests/commit-to-need.ts';
import { finishCommitment } from '../requests/finish-commitment.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { accountPage, ownDetailsPage } from './account-page.ts';
import { changeOwnDetails } from './change-own-details.ts';
import { correctPerson, type Correction } from './correct-person.ts';
import { erasePerson, finishErasure } from './erase-person.ts';
import { findPersons } from './find-person.ts';
import { holdPerson } from './hold-person.ts';
import { inviteMember } from './invite-member.ts';
import { keepPerson } from './keep-person.ts';
import { memberPage, membersPage } from './members-page.ts';
import { markDifferent, mergePeople } from './merge-people.ts';
import { personPage } from './person-page.ts';
import { printRecoverySheet } from './recovery-sheet.ts';
import { actorFor, readSession } from './session.ts';
import { kindsPage, searchCatalog, settingsPage } from './settings-page.ts';
import { startGroup } from './start-group.ts';
import { useRecoveryCode } from './use-sign-in-link.ts';

const { context, database, owner } = await freshDatabase();

async function started(slug: string) {
  const outcome = await startGroup(
    context,
    { as: 'operator' },
    {
      ticks: ['pantry'],
      name: slug,
      slug,
      areaLabel: '',
      languages: ['en'],
      zone: 'America/Chicago',
      country: 'US',
      steward: { handle: 'Rosa', phone: '304-555-0142', mail: '' },
    },
  );
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const { groupId, sessionToken, memberId } = outcome.value;
  return { groupId, sessionToken, memberId, actor: await actorFor(context, sessionToken, groupId) };
}
const steward = await started('harbor-street');
const foreign = await started('mill-valley');
const here: GroupId = steward.groupId;

async function joined(role: 'member' | 'coordinator'): Promise<Caller & { readonly sessionToken: string }> {
  const invited = await inviteMember(context, steward, { role, handle: role, mail: '', uses: 1, language: 'en' });
  if (!invited.ok) throw new Error(invited.refusal.code);
  const { path, pin } = invited.value;
  const token = path.split('/').at(-1) ?? '';
  const answer = { token, pin, handle: `The ${role}`, phone: '304-555-0177', mail: '', language: 'en', userAgent: '' };
  const outcome = await acceptInvitation(context, here, answer);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const { sessionToken } = outcome.value;
  return { groupId: here, sessionToken, actor: await actorFor(context, sessionToken, here) };
}
const coordinator = await joined('coordinator');
const plain = await joined('member');

async function neighbor(name: string, phone: string): Promise<PersonId> {
  return database.forGroup(here, async (tx) => {
    const details = [
      { field: 'name', value: name },
      { field: 'phone', value: phone },
    ] as const;
    const personId = await keepPerson(context, tx, { sort: 'neighbor', details });
    await tx.db
      .insertInto('requests')
      .values({
        group_id: tx.groupId,
        id: freshId<RequestId>(tx),
        code: personId.slice(-8),
        requester_kind: 'neighbor',
        person_id: personId,
        state: 'open',
        channel: 'phone',
        sharing: '{}',
      })
      .execute();
    return personId;
  });
}
const pageOf = (caller: Caller, personId: PersonId) => personPage(context, caller, { personId });

describe('one person, for a coordinator who speaks with them', () => {
  test('shows what is kept, and counts as reading it', async () => {
    const personId = await neighbor('Luz Ortega', '304-555-0101');
    await pageOf(coordinator, personId);
    expect(await pageOf(coordinator, personId)).toMatchObject({
      value: {
        name: 'Luz Ortega',
        phone: '304-555-0101',
        requests: [{ code: personId.slice(-8) }],
        readings: [{ role: 'coordinator', purpose: 'intake', fields: ['name', 'phone'] }],
      },
    });
  });

  test('is closed to plain members and other groups, and leaves members to themselves', async () => {
    const personId = await neighbor('Ana Reyes', '304-555-0102');
    expect(await pageOf(plain, personId)).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(await pageOf(foreign, personId)).toMatchObject({ refusal: { code: 'not-found' } });
    const own = plain.actor.kind === 'member' ? plain.actor.personId : undefined;
    expect(await pageOf(steward, own as PersonId)).toMatchObject({ refusal: { code: 'not-found' } });
  });

  test('corrections and consents by voice are kept, with who wrote them down', async () => {
    const personId = await neighbor('Bo', '304-555-0103');
    const correction: Correction = {
      personId,
      name: 'Bo Lindqvist',
      phone: '304-555-0104',
      mail: 'bo@example.org',
      language: 'es',
      safeToText: 'no',
      safeToLeaveMessage: 'yes',
      consents: ['ask-again'],
    };
    const correct = (caller: Caller, change: Partial<Correction> = {}) =>
      correctPerson(context, caller, { ...correction, ...change });
    expect(await correct(plain)).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(await correct(foreign)).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await correct(coordinator, { phone: 'x' })).toMatchObject({ refusal: { code: 'not-a-phone' } });
    expect(await correct(coordinator, { mail: 'x' })).toMatchObject({ refusal: { code: 'not-a-mail' } });
    expect(await correct(coordinator)).toMatchObject({ ok: true });
    expect(await pageOf(coordinator, personId)).toMatchObject({
      value: { name: 'Bo Lindqvist', phone: '304-555-0104', safeToText: 'no', consents: ['ask-again'] },
    });
    await correct(coordinator, { consents: [] });
    const { rows } = await owner.query(
      'select given_by, recorded_by_id, withdrawn_at from consents where person_id = $1',
      [personId],
    );
    const by = coordinator.actor.kind === 'member' ? coordinator.actor.memberId : '';
    expect(rows).toMatchObject([{ given_by: 'voice', recorded_by_id: by, withdrawn_at: expect.anything() }]);
  });

  test('an erasure waits visibly and is undone; a hold is shown', async () => {
    const personId = await neighbor('Cy', '304-555-0105');
    const erased = await erasePerson(context, coordinator, { personId });
    if (!erased.ok) throw new Error(erased.refusal.code);
    expect(await pageOf(coordinator, personId)).toMatchObject({ value: { eraseAt: erased.value.eraseAt } });
    expect(await undoAct(context, coordinator, erased.value)).toMatchObject({ ok: true });
    expect(await pageOf(coordinator, personId)).toMatchObject({ value: { eraseAt: null } });
    const untilAt = Date.now() + dayMs;
    await holdPerson(context, coordinator, { personId, untilAt, reason: 'Food program' });
    expect(await pageOf(coordinator, personId)).toMatchObject({ value: { hold: { untilAt, reason: 'Food program' } } });
  });

  test('erasing one who was merged erases all of their records', async () => {
    const [first, second] = [await neighbor('Ida', '304-555-0108'), await neighbor('Ida', '304-555-0109')];
    await mergePeople(context, coordinator, { personId: first, otherId: second });
    expect(await pageOf(coordinator, first)).toMatchObject({
      value: {
        requests: [{}, {}],
        details: expect.arrayContaining([
          expect.objectContaining({ value: 'Ida' }),
          expect.objectContaining({ value: '304-555-0109' }),
        ]),
      },
    });
    expect(await erasePerson(context, coordinator, { personId: second })).toMatchObject({ ok: true });
    await owner.query(`update persons set keep_until = now() where id = $1`, [first]);
    await finishErasure(context, { groupId: here, personId: first });
    const { rows } = await owner.query('select 1 from person_keys where person_id = any($1)', [[first, second]]);
    expect(rows).toEqual([]);
  });

  test('merging and telling apart can both be taken back', async () => {
    const first = await neighbor('Katherine Abernathy', '304-555-0106');
    const second = await neighbor('Katherine Abernathy', '304-555-0106');
    expect(await pageOf(coordinator, first)).toMatchObject({ value: { alike: [{ id: second }] } });
    const merged = await mergePeople(context, coordinator, { personId: first, otherId: second });
    if (!merged.ok) throw new Error(merged.refusal.code);
    expect(await pageOf(coordinator, second)).toMatchObject({ refusal: { code: 'merged', intoId: first } });
    expect(await undoAct(context, coordinator, merged.value)).toMatchObject({ ok: true });
    const found = await database.readGroup(here, (tx) => findPersons(context, tx, { phone: '304-555-0106' }));
    expect(found.map((one) => one.personId).toSorted()).toEqual([first, second].toSorted());

    const different = await markDifferent(context, coordinator, { personId: first, otherId: second });
    if (!different.ok || !different.value.actId) throw new Error('not marked');
    expect(await pageOf(coordinator, first)).toMatchObject({ value: { alike: [] } });
    expect(await undoAct(context, coordinator, { actId: different.value.actId })).toMatchObject({ ok: true });
    expect(await pageOf(coordinator, first)).toMatchObject({ value: { alike: [{ id: second }] } });
  });
});

test('help that was given counts as a visit, for whoever asked', async () => {
  const personId = await neighbor('Gil', '304-555-0110');
  await owner.query(`update persons set last_visit_at = now() - interval '40 days' where id = $1`, [personId]);
  const kindId = await seedKind(context, here, 'goods.blanket');
  const { needId } = await seedNeed(context, here, { kindId, quantity: 2 }, { person_id: personId });
  const taken = await commitToNeed(context, plain, { needId, quantity: 2 });
  if (!taken.ok) throw new Error(taken.refusal.code);
  const { id: commitmentId } = taken.value.commitment;
  expect(await finishCommitment(context, plain, { commitmentId, doneQuantity: 2 })).toMatchObject({ ok: true });
  const { rows } = await owner.query(
    `select last_visit_at > now() - interval '1 hour' as fresh from persons where id = $1`,
    [personId],
  );
  expect(rows).toEqual([{ fresh: true }]);
});

describe('members', () => {
  test('see each other as far as each shows; coordinators can call them', async () => {
    const lines = async (caller: Caller) => {
      const page = await membersPage(context, caller);
      return page.ok ? page.value.members.map(({ name, phone }) => ({ name, phone })) : page.refusal;
    };
    expect(await lines(plain)).toContainEqual({ name: 'Rosa', phone: undefined });
    expect(await lines(coordinator)).toContainEqual({ name: 'Rosa', phone: '304-555-0142' });
    expect(await lines({ groupId: here, actor: { kind: 'public' } })).toEqual({ code: 'not-allowed' });
    expect(await lines(foreign)).toEqual([{ name: 'Rosa', phone: '304-555-0142' }]);
  });

  test('stand in the order in which people look for names', async () => {
    const page = await membersPage(context, steward);
    const names = page.ok ? page.value.members.map(({ name }) => name) : [];
    expect(names.length).toBeGreaterThan(2);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en', { sensitivity: 'base' })));
  });

  test('one member is for coordinators', async () => {
    const { memberId } = steward;
    expect(await memberPage(context, coordinator, { memberId })).toMatchObject({ value: { member: { name: 'Rosa' } } });
    expect(await memberPage(context, plain, { memberId })).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(await memberPage(context, foreign, { memberId })).toMatchObject({ refusal: { code: 'not-found' } });
  });

  test('change their own details, and see who read them', async () => {
    const change = { handle: 'Del', phone: '304-555-0166', phoneIsShown: true, mail: '', language: 'es' };
    expect(await changeOwnDetails(context, plain, change)).toMatchObject({ ok: true });
    expect(await membersPage(context, coordinator)).toMatchObject({ ok: true });
    expect(await ownDetailsPage(context, plain)).toMatchObject({
      handle: 'Del',
      phone: '304-555-0166',
      phoneIsShown: true,
      language: 'es',
      readings: expect.arrayContaining([expect.objectContaining({ role: 'coordinator', purpose: 'call-back' })]),
    });
    expect(await membersPage(context, plain)).toMatchObject({
      value: { members: expect.arrayContaining([expect.objectContaining({ name: 'Del', phone: '304-555-0166' })]) },
    });
    expect(await changeOwnDetails(context, plain, { ...change, handle: '' })).toMatchObject({
      refusal: { code: 'name-needed' },
    });
    expect(await changeOwnDetails(context, plain, { ...change, phone: 'x' })).toMatchObject({
      refusal: { code: 'not-a-phone' },
    });
    expect(await changeOwnDetails(context, plain, { ...change, mail: 'x' })).toMatchObject({
      refusal: { code: 'not-a-mail' },
    });
    const visitor: Caller = { groupId: here, actor: { kind: 'public' } };
    expect(await changeOwnDetails(context, visitor, change)).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(await ownDetailsPage(context, visitor)).toBeUndefined();
  });

  test('see where they are signed in; a new recovery sheet makes the old one worthless', async () => {
    const session = await readSession(context, steward.sessionToken);
    if (!session) throw new Error('no session');
    expect(await accountPage(context, session)).toMatchObject({
      devices: [{ isThisOne: true }],
      memberships: [{ slug: 'harbor-street', role: 'steward' }],
    });
    const [old, fresh] = [await printRecoverySheet(context, session), await printRecoverySheet(context, session)];
    const visit = { address: '192.0.2.1', userAgent: '' };
    const use = (code = '') => useRecoveryCode(context, { code, visit });
    expect(await use(old.codes[0])).toMatchObject({ refusal: { code: 'link-used-up' } });
    expect(await use(fresh.codes[0])).toMatchObject({ ok: true });
  });
});

describe('settings', () => {
  const group = { state: 'active' };

  test("are a steward's", async () => {
    expect(await settingsPage(context, steward, group)).toMatchObject({
      value: { settings: { name: 'harbor-street' } },
    });
    expect(await settingsPage(context, coordinator, group)).toMatchObject({ refusal: { code: 'not-allowed' } });
    const input = { search: '', language: 'en' } as const;
    expect(await kindsPage(context, coordinator, input)).toMatchObject({ refusal: { code: 'not-allowed' } });
  });

  test('the catalog is searched by what people say, and what is in use is not offered again', async () => {
    const found = async (search: string) => {
      const page = await kindsPage(context, steward, { search, language: 'es' });
      return page.ok ? page.value.found.map((kind) => kind.code) : [];
    };
    expect(await found('pañal')).toContain('goods.diapers.any');
    expect(await found('diaper')).toContain('goods.diapers.any');
    expect(searchCatalog('food box').map((kind) => kind.code)).toContain('goods.food.box');
    expect(await found('food box')).not.toContain('goods.food.box');
    expect(await found('')).toEqual([]);
    expect(await found('xyzzy')).toEqual([]);
  });
});
