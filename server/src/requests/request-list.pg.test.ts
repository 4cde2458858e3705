import { randomBytes } from 'node:crypto';

import { newId, type RequestId } from '@barnraise/kernel/ids.ts';
import { describe, expect, test } from 'vitest';

import { freshDatabase, seedGroups } from '../../../tests/store/database.ts';
import { seedKind, seedMember, seedNeed } from '../../../tests/seed/people-and-needs.ts';
import { keepDetails } from '../people/keep-person.ts';
import { inbox } from './inbox.ts';
import { cursorText, filteredRequests, parseRequestFilter, requestList, rowsPerPage } from './request-list.ts';
import { requestPage } from './request-page.ts';
import { readRequest } from './request-table.ts';

const { context, database, owner } = await freshDatabase();
const { here, there } = await seedGroups(context);
const boxes = await seedKind(context, here, 'goods.food.box');
const rides = await seedKind(context, here, 'service.ride.medical');
const ines = await seedMember(context, here, { name: 'Inés', role: 'coordinator' });
const walt = await seedMember(context, here, { name: 'Walt' });
await database.forGroup(here, async (tx) => {
  for (const [{ actor }, value] of [
    [ines, 'Inés'],
    [walt, 'Walt'],
  ] as const) {
    await keepDetails(context, tx, actor.personId as never, [{ field: 'handle', value, audience: 'members' }]);
  }
});
const stranger = await seedMember(context, there, { name: 'Otto', role: 'coordinator' });

const filter = (query: string) => parseRequestFilter(new URLSearchParams(query));
const codesOf = async (query: string) =>
  (await requestList(context, ines, filter(query)))?.rows.map((row) => row.code) ?? [];

describe('the list of requests', () => {
  test('is only for those who answer for requests', async () => {
    expect(await requestList(context, walt, filter(''))).toBeUndefined();
    expect(await inbox(context, walt)).toBeUndefined();
    expect(await requestPage(context, walt, here as never)).toBeUndefined();
  });

  test('filters by state, kind, owner, urgency and source', async () => {
    const box = await seedNeed(
      context,
      here,
      { kindId: boxes, quantity: 2 },
      { code: 'AAAA1', state: 'new', urgency: 2, channel: 'web' },
    );
    await seedNeed(context, here, { kindId: rides, quantity: 1 }, { code: 'AAAA2', owner_id: ines.actor.memberId });
    await seedNeed(context, here, { kindId: boxes, quantity: 1 }, { code: 'AAAA3', state: 'closed', ending: 'solved' });
    const held = await seedNeed(
      context,
      here,
      { kindId: boxes, quantity: 1 },
      { code: 'AAAA4', state: 'new', held_at: new Date() },
    );
    expect(await codesOf('')).toEqual(['AAAA1', 'AAAA2']);
    expect(await codesOf('state=new')).toEqual(['AAAA1']);
    expect(await codesOf('state=closed')).toEqual(['AAAA3']);
    expect(await codesOf('state=held')).toEqual(['AAAA4']);
    expect(await codesOf('kind=service.ride.medical')).toEqual(['AAAA2']);
    expect(await codesOf(`owner=${ines.actor.memberId}`)).toEqual(['AAAA2']);
    expect(await codesOf('owner=none')).toEqual(['AAAA1']);
    expect(await codesOf('urgency=now')).toEqual(['AAAA1']);
    expect(await codesOf('source=web')).toEqual(['AAAA1']);
    expect(await codesOf('state=nonsense&owner=x&after=1.2.3')).toEqual(['AAAA1', 'AAAA2']);
    expect((await requestList(context, stranger, filter('')))?.rows).toEqual([]);

    for (const [{ requestId }, phone, name] of [
      [box, '+1 304 555 0142', 'Guadalupe Ferrer'],
      [held, '+1 304 555 0143', 'Otis Quick'],
    ] as const) {
      await database.forGroup(here, async (tx) => {
        const { person_id: personId } = (await readRequest(tx, requestId)) ?? {};
        await keepDetails(context, tx, personId as never, [
          { field: 'phone', value: phone },
          { field: 'name', value: name },
        ]);
      });
    }
    expect(await codesOf('q=304-555-0142')).toEqual(['AAAA1']);
    expect(await codesOf('q=guadalupe')).toEqual(['AAAA1']);
    // Whoever calls about a request that waits for a look is found.
    expect(await codesOf('q=304-555-0143')).toEqual(['AAAA4']);
    expect(await codesOf('q=nobody+here')).toEqual([]);
  });

  test('opens the page of one, on record, for the coordinator alone', async () => {
    const { requestId } = await seedNeed(context, here, { kindId: boxes, quantity: 1 });
    const answer = await requestPage(context, ines, requestId);
    expect(answer?.kind === 'page' && answer.page.person.name).toBe('Odalys Ferrer');
    const { rows } = await owner.query('select reader_id from vault_readings where request_id = $1', [requestId]);
    expect(rows).toEqual([{ reader_id: ines.actor.memberId }]);
    expect(await requestPage(context, stranger, requestId)).toBeUndefined();
  });

  test('says in the inbox what waits, what is at risk, and who was not asked', async () => {
    await seedNeed(context, here, {
      kindId: rides,
      quantity: 1,
      window_to: new Date(Date.now() + 86_400_000),
      window_from: new Date(),
    });
    const page = await inbox(context, ines);
    expect(page?.counts).toMatchObject({ new: 1, urgent: 1, held: 1 });
    expect(page?.waiting.map((row) => row.code)).toEqual(['AAAA1']);
    expect(page?.atRisk).toMatchObject({ count: 1 });
    expect(page?.notAskedLately.map((member) => member.name)).toEqual(expect.arrayContaining(['Inés', 'Walt']));
  });

  test('pages through many without a repeat, from the index, as the app role', async () => {
    const many = 30_000;
    await owner.query(
      `insert into requests (group_id, id, code, requester_kind, person_id, state, channel, sharing, urgency, asked_at)
       select $1, x.id, 'B' || x.no, 'neighbor', (select id from persons where group_id = $1 limit 1), 'open', 'phone', '{}',
         x.no % 3, date_trunc('second', now()) - make_interval(secs => x.no)
       from unnest($2::uuid[]) with ordinality as x(id, no)`,
      [here, Array.from({ length: many }, () => newId<RequestId>(Date.now(), randomBytes(10)))],
    );
    await owner.query('analyze requests');
    const seen = new Set<string>();
    let after: string | undefined;
    for (let page = 0; page < 4; page += 1) {
      const list = await requestList(context, ines, filter(`urgency=soon${after ? `&after=${after}` : ''}`));
      for (const row of list?.rows ?? []) seen.add(row.id);
      after = list?.next ? cursorText(list.next) : undefined;
    }
    expect(seen.size).toBe(4 * rowsPerPage);

    const plan = await database.readGroup(here, (tx) => filteredRequests(tx, filter(''), null).explain('json'));
    const text = JSON.stringify(plan);
    expect(text).toContain('requests_open');
    expect(text).not.toMatch(/"Node Type":"(Seq Scan|Sort)"/);

    const further = filter(`after=${after}`);
    const deep = await database.readGroup(here, (tx) => filteredRequests(tx, further, null).explain('json'));
    expect(JSON.stringify(deep)).toMatch(/"Index Cond":"[^"]*ROW.asked_at, id. > ROW/);
  });
});
