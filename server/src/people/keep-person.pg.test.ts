import type { Actor, MemberActor } from '@barnraise/kernel/actor.ts';
import type { GroupId, MemberId, PersonId, RequestId } from '@barnraise/kernel/ids.ts';
import { dayMs } from '@barnraise/kernel/instant.ts';
import { describe, expect, test } from 'vitest';

import { freshDatabase, seedGroups } from '../../../tests/store/database.ts';
import { at, type GroupTransaction } from '../database/database.ts';
import { freshId } from '../database/new-id.ts';
import { applyRetention } from './apply-retention.ts';
import { changeConsent } from './change-consent.ts';
import { erasePerson, finishErasure } from './erase-person.ts';
import { findByWords } from './find-by-words.ts';
import { findAlike, findPersons } from './find-person.ts';
import { holdPerson, releasePerson } from './hold-person.ts';
import { changePerson, keepDetails, keepPerson, type PersonToKeep } from './keep-person.ts';
import { markDifferent, mergePeople } from './merge-people.ts';
import { readDetails } from './read-details.ts';
import type { Detail } from './vault-fields.ts';
import { whoReadMyDetails } from './who-read-my-details.ts';

const { context, database, owner } = await freshDatabase();
const { here, there } = await seedGroups(context);

const inGroup = <T>(work: (tx: GroupTransaction) => Promise<T>, groupId: GroupId = here): Promise<T> =>
  database.forGroup(groupId, work);

async function member(role: MemberActor['role'], groupId = here): Promise<MemberActor & { personId: PersonId }> {
  return inGroup(async (tx) => {
    const personId = await keepPerson(context, tx, { sort: 'member', details: [{ field: 'name', value: role }] });
    const memberId = freshId<MemberId>(tx);
    await tx.db
      .insertInto('members')
      .values({ group_id: tx.groupId, id: memberId, person_id: personId, role, state: 'active' })
      .execute();
    return { kind: 'member', memberId, role, teams: [], personId };
  }, groupId);
}

const coordinator = await member('coordinator');
const plain = await member('member');
const foreign = await member('steward', there);
const caller = (actor: Actor, groupId = here) => ({ groupId, actor });

const luz: PersonToKeep = {
  sort: 'neighbor',
  language: 'es',
  safeToText: 'no',
  details: [
    { field: 'name', value: 'Luz María Ortega' },
    { field: 'phone', value: '(304) 555-0142' },
    { field: 'mail', value: 'Luz@Example.org' },
    { field: 'address', value: '12 Mill Road, Apt. 3' },
    { field: 'point', value: '38.349800,-81.632600' },
  ],
};
const keep = (person: Partial<PersonToKeep> = {}, groupId = here): Promise<PersonId> =>
  inGroup((tx) => keepPerson(context, tx, { ...luz, ...person }), groupId);
const named = (name: string, phone = '304-555-0199') =>
  keep({
    details: [
      { field: 'name', value: name },
      { field: 'phone', value: phone },
    ],
  });

describe('keeping a person', () => {
  test('nothing readable is in the database', async () => {
    const personId = await keep();
    const { rows } = await owner.query(
      `select e.*, p.*, encode(sealed, 'escape') as text from vault_entries e join persons p on p.id = e.person_id where p.id = $1`,
      [personId],
    );
    expect(rows).toHaveLength(5);
    expect(JSON.stringify(rows)).not.toMatch(/Luz|555\D?0142|Mill|example\.org/i);
  });

  test.each([
    [{ phone: '+1 304 555 0142' }, 'phone'],
    [{ phone: '3045550142' }, 'phone'],
    [{ mail: ' LUZ@example.ORG ' }, 'mail'],
    [{ name: 'ortega, luz maria' }, 'name'],
    [{ name: 'Ortega' }, 'name-word'],
    [{ address: '12 mill road apt 3' }, 'address'],
    [{ point: '38.349801,-81.632599' }, 'cell'],
  ])('finds them by %j', async (query, by) => {
    const personId = await keep();
    const found = await inGroup((tx) => findPersons(context, tx, query));
    expect(found.find((one) => one.personId === personId)?.by).toContain(by);
  });

  test('does not find them by half of two names, by nothing, or from another group', async () => {
    await keep();
    expect(await inGroup((tx) => findPersons(context, tx, { name: 'Luz Fernández' }))).toEqual([]);
    expect(await inGroup((tx) => findPersons(context, tx, {}))).toEqual([]);
    expect(await inGroup((tx) => findPersons(context, tx, { phone: '304 555 0142' }), there)).toEqual([]);
  });

  test('a corrected phone number is found, the old one no more', async () => {
    const personId = await named('Del Kerr', '304-555-0107');
    await inGroup((tx) =>
      changePerson(context, tx, personId, { language: 'fr', details: [{ field: 'phone', value: '304-555-0108' }] }),
    );
    const by = async (phone: string) =>
      (await inGroup((tx) => findPersons(context, tx, { phone }))).map((one) => one.personId);
    expect(await by('304-555-0107')).not.toContain(personId);
    expect(await by('304-555-0108')).toContain(personId);
  });
});

describe('reading details', () => {
  const read = (actor: Actor, personId: PersonId, extra: object = {}) =>
    inGroup((tx) =>
      readDetails(context, tx, {
        actor,
        purpose: 'deliver-help',
        wanted: [{ personId, ...extra }],
        fields: ['name', 'phone', 'must-know'],
      }),
    );

  test('a coordinator reads, and the person can see that', async () => {
    const personId = await keep();
    const details = await read(coordinator, personId);
    expect(details.get(personId, 'name')).toBe('Luz María Ortega');
    expect(details.get(personId, 'address')).toBeUndefined();
    await read(coordinator, personId);
    expect(await inGroup((tx) => whoReadMyDetails(tx, personId))).toMatchObject([
      { role: 'coordinator', fields: ['name', 'phone'], purpose: 'deliver-help' },
    ]);
  });

  test('a member reads nothing without a tie, and something with one', async () => {
    const personId = await keep();
    expect((await read(plain, personId)).all(personId)).toEqual([]);
    const ties = [{ state: 'accepted', leaseUntil: null, endedAt: null }];
    expect((await read(plain, personId, { ties })).get(personId, 'phone')).toBe('(304) 555-0142');
    const sharing = { listedPublicly: false, name: 'helpers', contact: 'coordinators', exactPlace: 'helpers' };
    expect((await read(plain, personId, { ties, sharing })).get(personId, 'phone')).toBeUndefined();
  });

  test('what somebody reads about themselves is theirs', async () => {
    const personId = await keep();
    const self: Actor = { kind: 'neighbor', personId, requestId: '0193' as RequestId };
    const details = await inGroup((tx) =>
      readDetails(context, tx, { actor: self, purpose: 'own-details', wanted: [{ personId }] }),
    );
    expect(details.all(personId)).toHaveLength(5);
    expect(await inGroup((tx) => whoReadMyDetails(tx, personId))).toEqual([]);
  });

  test('must-know facts come when asked for, notes by their subject', async () => {
    const personId = await keep();
    const requestId = await inGroup(async (tx) => freshId<RequestId>(tx));
    await inGroup((tx) =>
      keepDetails(context, tx, personId, [
        { field: 'must-know:allergy', value: 'peanuts', subjectId: requestId },
        { field: 'note', value: 'called twice', subjectId: requestId },
      ]),
    );
    const details = await read(coordinator, personId);
    expect(details.get(personId, 'must-know:allergy', requestId)).toBe('peanuts');
    expect(details.get(personId, 'note', requestId)).toBeUndefined();
  });

  test('members show each other what they choose, and it is not written down', async () => {
    const personId = await keep({
      sort: 'member',
      details: [{ field: 'handle', value: 'driftwood', audience: 'members' }],
    });
    const list = (actor: Actor) =>
      inGroup((tx) => readDetails(context, tx, { actor, purpose: 'members-list', wanted: [{ personId }] }));
    expect((await list(plain)).get(personId, 'handle')).toBe('driftwood');
    expect((await list({ kind: 'public' })).get(personId, 'handle')).toBeUndefined();
    expect(await inGroup((tx) => whoReadMyDetails(tx, personId))).toEqual([]);
  });
});

describe('erasing', () => {
  test('waits until it can no longer be undone, then leaves nothing and finds nobody', async () => {
    const personId = await keep();
    const outcome = await erasePerson(context, caller(coordinator), { personId });
    expect(outcome).toMatchObject({ ok: true });
    await finishErasure(context, { groupId: here, personId });
    expect((await owner.query('select 1 from person_keys where person_id = $1', [personId])).rowCount).toBe(1);

    await owner.query(`update persons set keep_until = now() - interval '1 second' where id = $1`, [personId]);
    await finishErasure(context, { groupId: here, personId });
    for (const table of ['person_keys', 'vault_entries', 'vault_hashes']) {
      expect((await owner.query(`select 1 from ${table} where person_id = $1`, [personId])).rowCount).toBe(0);
    }
    await expect(inGroup((tx) => keepDetails(context, tx, personId, [{ field: 'name', value: 'x' }]))).rejects.toThrow(
      /erased/,
    );
    expect(await erasePerson(context, caller(coordinator), { personId })).toMatchObject({
      refusal: { code: 'not-found' },
    });
  });

  test('is refused for a member, by a plain member, from another group, and under a hold', async () => {
    const personId = await keep();
    const erase = (actor: Actor, groupId = here, id = personId) =>
      erasePerson(context, caller(actor, groupId), { personId: id });
    expect(await erase(plain)).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(await erase(foreign, there)).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await erase(coordinator, here, plain.personId)).toMatchObject({ refusal: { code: 'still-a-member' } });
    const untilAt = Date.now() + 30 * dayMs;
    const hold = { personId, untilAt, reason: 'Food program, state law' };
    expect(await holdPerson(context, caller(coordinator), hold)).toMatchObject({ ok: true });
    expect(await erase(coordinator)).toMatchObject({
      refusal: { code: 'held', untilAt, reason: 'Food program, state law' },
    });
    expect(await releasePerson(context, caller(coordinator), { personId })).toMatchObject({ ok: true });
    expect(await erase(coordinator)).toMatchObject({ ok: true });
  });

  test('a hold is refused for the past, for ever, by a plain member and for nobody', async () => {
    const personId = await keep();
    const hold = (actor: Actor, untilAt: number, id = personId) =>
      holdPerson(context, caller(actor), { personId: id, untilAt, reason: 'law' });
    expect(await hold(coordinator, Date.now() - dayMs)).toMatchObject({ refusal: { code: 'hold-ends-too-early' } });
    expect(await hold(coordinator, Date.now() + 9999 * dayMs)).toMatchObject({
      refusal: { code: 'hold-ends-too-late' },
    });
    expect(await hold(plain, Date.now() + dayMs)).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(await hold(coordinator, Date.now() + dayMs, foreign.personId)).toMatchObject({
      refusal: { code: 'not-found' },
    });
  });
});

describe('retention', () => {
  const visited = async (personId: PersonId, daysAgo: number) =>
    owner.query(`update persons set last_visit_at = now() - make_interval(days => $2) where id = $1`, [
      personId,
      daysAgo,
    ]);
  const entriesOf = async (personId: PersonId): Promise<readonly string[]> =>
    (await owner.query('select field from vault_entries where person_id = $1 order by field', [personId])).rows.map(
      (row) => row.field,
    );

  test('takes each detail when its purpose is over, and then the person', async () => {
    const personId = await keep({ details: [...luz.details.slice(0, 2), { field: 'raw', value: 'as it came' }] });
    await visited(personId, 31);
    await applyRetention(context, { groupId: here });
    expect(await entriesOf(personId)).toEqual(['name', 'phone']);
    await visited(personId, 46);
    await applyRetention(context, { groupId: here });
    const { rows } = await owner.query('select erased_at from persons where id = $1', [personId]);
    expect(rows[0].erased_at).not.toBeNull();
  });

  test('spares a weekly family, an open request, a hold and members', async () => {
    const [weekly, asking, held] = [await keep(), await keep(), await keep()];
    await visited(weekly, 8);
    await inGroup(async (tx) => {
      await tx.db
        .insertInto('requests')
        .values({
          group_id: tx.groupId,
          id: freshId<RequestId>(tx),
          code: 'T1',
          requester_kind: 'neighbor',
          person_id: asking,
          state: 'open',
          channel: 'phone',
          sharing: '{}',
        })
        .execute();
      await tx.db
        .updateTable('persons')
        .set({ held_until: at(tx.now + dayMs) })
        .where('id', '=', held)
        .execute();
    });
    for (const personId of [asking, held, plain.personId]) await visited(personId, 400);
    await applyRetention(context, { groupId: here });
    for (const personId of [weekly, asking, held, plain.personId]) expect(await entriesOf(personId)).not.toEqual([]);
  });

  test('a group keeps things longer or shorter within bounds', async () => {
    const personId = await keep({}, there);
    await owner.query(`update group_settings set retention = '{"deliver-help": 1, "photo": "x"}' where group_id = $1`, [
      there,
    ]);
    await visited(personId, 13);
    await applyRetention(context, { groupId: there });
    expect(await entriesOf(personId)).toHaveLength(5);
    await visited(personId, 15);
    await applyRetention(context, { groupId: there });
    expect(await entriesOf(personId)).toEqual([]);
  });

  test('whoever keeps only a note is found by nothing that is gone', async () => {
    const details: readonly Detail[] = [
      { field: 'name', value: 'Odile Marchetti' },
      { field: 'phone', value: '304-555-0177' },
      { field: 'description', value: 'trombone practice', subjectId: crypto.randomUUID() },
      { field: 'note', value: 'called twice', subjectId: crypto.randomUUID() },
    ];
    const personId = await keep({ details }, there);
    const found = () =>
      inGroup(
        async (tx) => [
          ...(await findPersons(context, tx, { phone: '304-555-0177', name: 'Odile Marchetti' })).map(
            (one) => one.personId,
          ),
          ...(await findByWords(context, tx, 'trombone')),
        ],
        there,
      );
    expect(await found()).toEqual([personId, personId]);
    await owner.query(`update group_settings set retention = '{"deliver-help": 14}' where group_id = $1`, [there]);
    await visited(personId, 20);
    await applyRetention(context, { groupId: there });
    expect(await entriesOf(personId)).toEqual(['note']);
    expect(await found()).toEqual([]);
  });
});

describe('one person or two', () => {
  test('alike people are proposed; the newer record leads to the older one', async () => {
    const first = await named('Katherine Abernathy', '304-555-0111');
    const second = await named('Katherine Abernathy', '304-555-0112');
    const alike = await inGroup((tx) => findAlike(tx, first));
    expect(alike[0]).toMatchObject({ personId: second });
    expect(await mergePeople(context, caller(coordinator), { personId: second, otherId: first })).toMatchObject({
      value: { keptId: first },
    });
    const found = await inGroup((tx) => findPersons(context, tx, { phone: '304-555-0112' }));
    expect(found).toMatchObject([{ personId: first }]);
    expect(await mergePeople(context, caller(coordinator), { personId: first, otherId: second })).toMatchObject({
      refusal: { code: 'same-already' },
    });
    expect(await markDifferent(context, caller(coordinator), { personId: first, otherId: second })).toMatchObject({
      refusal: { code: 'same-already' },
    });
  });

  test('"different" is remembered, never asked again, and stops a merge', async () => {
    const pair = {
      personId: await named('Ines Vega', '304-555-0120'),
      otherId: await named('Marco Vega', '304-555-0120'),
    };
    expect((await inGroup((tx) => findAlike(tx, pair.personId))).map((one) => one.personId)).toContain(pair.otherId);
    expect(await markDifferent(context, caller(coordinator), pair)).toMatchObject({ ok: true });
    expect(await markDifferent(context, caller(coordinator), pair)).toEqual({ ok: true, value: { actId: null } });
    expect((await inGroup((tx) => findAlike(tx, pair.personId))).map((one) => one.personId)).not.toContain(
      pair.otherId,
    );
    expect(await mergePeople(context, caller(coordinator), pair)).toMatchObject({
      refusal: { code: 'said-different' },
    });
  });

  test('is refused to plain members and for people of another group', async () => {
    const pair = { personId: await keep(), otherId: foreign.personId };
    for (const say of [mergePeople, markDifferent]) {
      expect(await say(context, caller(plain), pair)).toMatchObject({ refusal: { code: 'not-allowed' } });
      expect(await say(context, caller(coordinator), pair)).toMatchObject({ refusal: { code: 'not-found' } });
    }
  });
});

test('a consent is given, taken back and given again, and all of it stays on record', async () => {
  const personId = await keep();
  const say = (given: boolean) =>
    inGroup((tx) =>
      changeConsent(tx, coordinator, {
        personId,
        purpose: 'share-with-helper',
        given,
        by: 'voice',
        recordedById: coordinator.memberId,
      }),
    );
  for (const given of [true, true, false, false, true]) await say(given);
  const { rows } = await owner.query(
    'select withdrawn_at is null as stands from consents where person_id = $1 order by given_at',
    [personId],
  );
  expect(rows).toEqual([{ stands: false }, { stands: true }]);
});
