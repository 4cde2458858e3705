import type { HouseholdId, PlaceId } from '@barnraise/kernel/ids.ts';
import { describe, expect, test } from 'vitest';

import { seedMember } from '../../../tests/seed/people-and-needs.ts';
import { freshDatabase, seedGroups } from '../../../tests/store/database.ts';
import { freshId } from '../database/new-id.ts';
import { insertHouseholds } from './household-table.ts';
import { householdsList } from './households-list.ts';
import { keepPeople } from './keep-person.ts';
import { placesList } from './places-list.ts';

const { context, owner } = await freshDatabase();
const { here, there } = await seedGroups(context);
const lead = await seedMember(context, here, { name: 'Wren', role: 'coordinator' });
const plainMember = await seedMember(context, here, { name: 'Juno' });
const stranger = await seedMember(context, there, { name: 'Ash', role: 'coordinator' });
const names = Array.from({ length: 30 }, (_, index) => `Family ${String.fromCodePoint(65 + (index % 26))}${index}`);
await context.database.forGroup(here, async (tx) => {
  const people = await keepPeople(
    context,
    tx,
    names.map((name) => ({
      sort: 'neighbor',
      language: 'es',
      details: [
        { field: 'name', value: name },
        { field: 'phone', value: '304 555 0100' },
      ],
    })),
  );
  insertHouseholds(
    tx,
    people.map((personId) => ({
      id: freshId<HouseholdId>(tx),
      personId,
      language: 'es',
      household: { people: {}, size: 4 },
    })),
  );
  for (const [index, personId] of people.slice(0, 3).entries()) {
    const label = ['Grange Hall', 'St. Anne Pantry', ''][index] ?? '';
    await tx.db
      .insertInto('places')
      .values({ group_id: here, id: freshId<PlaceId>(tx), person_id: personId, label })
      .execute();
  }
});
const first = { search: '', after: null };

describe('families', () => {
  test('are listed page by page, each once, and found by name', async () => {
    const page = await householdsList(context, lead, first);
    expect(page?.households).toHaveLength(25);
    const rest = await householdsList(context, lead, { search: '', after: page?.next ?? null });
    expect(rest?.next).toBeUndefined();
    const all = [...(page?.households ?? []), ...(rest?.households ?? [])];
    expect(all.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
    expect(all[0]).toMatchObject({ size: 4, language: 'es', phone: '304 555 0100' });
    const found = await householdsList(context, lead, { search: 'a26', after: null });
    expect(found?.households.map(({ name }) => name)).toEqual(['Family A26']);
    const { rows } = await owner.query(`select from vault_readings where purpose = 'intake'`);
    expect(rows).toHaveLength(30);
  });

  test('are no matter of plain members or of another group', async () => {
    expect(await householdsList(context, plainMember, first)).toBeUndefined();
    expect(await householdsList(context, stranger, first)).toMatchObject({ households: [] });
    expect(await householdsList(context, lead, { search: 'nobody', after: null })).toMatchObject({ households: [] });
    expect(await householdsList(context, lead, { search: '', after: 'rubbish' })).toMatchObject({
      households: { length: 25 },
    });
  });
});

describe('places', () => {
  test('are those that have a name; where neighbors live is not shown', async () => {
    const list = await placesList(context, lead, first);
    expect(list?.places.map(({ label }) => label).toSorted()).toEqual(['Grange Hall', 'St. Anne Pantry']);
    const found = await placesList(context, lead, { search: 'PANTRY', after: null });
    expect(found?.places).toMatchObject([{ label: 'St. Anne Pantry', phone: '304 555 0100' }]);
    expect(await placesList(context, lead, { search: '%', after: null })).toMatchObject({ places: [] });
    expect(await placesList(context, plainMember, first)).toBeUndefined();
    expect(await placesList(context, stranger, first)).toMatchObject({ places: [] });
  });
});
