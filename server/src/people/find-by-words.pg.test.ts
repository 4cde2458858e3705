import type { PersonId } from '@barnraise/kernel/ids.ts';
import { expect, test } from 'vitest';

import { freshDatabase, seedGroups } from '../../../tests/store/database.ts';
import { findByWords } from './find-by-words.ts';
import { keepDetails, keepPerson } from './keep-person.ts';
import type { Detail } from './vault-fields.ts';

const { context, database } = await freshDatabase();
const { here, there } = await seedGroups(context);

const keep = (details: readonly Detail[], groupId = here): Promise<PersonId> =>
  database.forGroup(groupId, (tx) => keepPerson(context, tx, { sort: 'neighbor', details }));
const found = (text: string, groupId = here): Promise<readonly PersonId[]> =>
  database.readGroup(groupId, (tx) => findByWords(context, tx, text));

const subjectId = (no: number): string => `00000000-0000-7000-8000-00000000000${no}`;
const wrote = (value: string, no = 1): Detail => ({ field: 'description', value, subjectId: subjectId(no) });

test('finds by all words of text, name and address together, in any order and spelling', async () => {
  const luz = await keep([
    { field: 'name', value: 'Luz Peña' },
    { field: 'address', value: '12 Juniper Street' },
    wrote('My oxygen machine has no power. The stairs are steep.'),
  ]);
  const sam = await keep([{ field: 'name', value: 'Sam Ortiz' }, wrote('We need oxygen bottles')]);
  expect((await found('oxygen')).toSorted()).toEqual([luz, sam].toSorted());
  expect(await found('the OXYGEN stairs')).toEqual([luz]);
  expect(await found('oxygen juniper pena')).toEqual([luz]);
  expect(await found('oxygen harbor')).toEqual([]);
  expect(await found('the and for')).toEqual([]);
  expect(await found('oxygen', there)).toEqual([]);
});

test('a text that changed takes no words of another text with it', async () => {
  const id = await keep([wrote('wheelchair ramp'), wrote('firewood for winter', 2)]);
  await database.forGroup(here, (tx) => keepDetails(context, tx, id, [wrote('walker and ramp')]));
  expect(await found('firewood')).toEqual([id]);
  expect(await found('walker')).toEqual([id]);
});

test('an address that changed is not found by its old words', async () => {
  const id = await keep([{ field: 'address', value: '3 Magnolia Court', subjectId: subjectId(3) }]);
  const moved: Detail = { field: 'address', value: '9 Sycamore Court', subjectId: subjectId(3) };
  await database.forGroup(here, (tx) => keepDetails(context, tx, id, [moved]));
  expect(await found('magnolia')).toEqual([]);
  expect(await found('sycamore')).toEqual([id]);
});

test('whoever was erased is found by nothing', async () => {
  const id = await keep([wrote('saxophone lessons')]);
  expect(await found('saxophone')).toEqual([id]);
  await database.forGroup(here, (tx) => context.vault.erasePerson(tx, id));
  expect(await found('saxophone')).toEqual([]);
});

test('rubbish is no query of its own', async () => {
  for (const text of ["' or 1=1 --", '\u0000', 'x'.repeat(5000), '%'.repeat(100)])
    expect(await found(text)).toEqual([]);
});
