import type { GroupId } from '@barnraise/kernel/ids.ts';
import { describe, expect, test } from 'vitest';

import { freshDatabase, seedGroups } from '../../../tests/store/database.ts';
import { seedKind } from '../../../tests/seed/people-and-needs.ts';
import { type Asking, askForHelp } from './ask-for-help.ts';
import { loadKinds } from './load-kinds.ts';
import type { NewRequest } from './new-request.ts';
import { hashLinkToken } from './private-link.ts';
import { readForm } from './read-form.ts';
import { requestFields } from './request-fields.ts';
import { requestFromFields } from './request-from-fields.ts';
import { readRequestByLink } from './request-table.ts';

const { context, database, owner } = await freshDatabase();
const { here, there } = await seedGroups(context);
for (const code of ['goods.food.box', 'goods.diapers.any', 'service.ride.medical']) await seedKind(context, here, code);

const everybody = (groupId: GroupId) => ({ groupId, actor: { kind: 'public' } }) as const;

/** What a neighbor typed, read the way the page reads it. */
async function typed(fields: Readonly<Record<string, string>>): Promise<NewRequest> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ kind: 'goods.food.box', ...fields })) form.append(name, value);
  const read = readForm(requestFields, form);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return database.readGroup(here, async (tx) => {
    const rules = { now: tx.now, zone: 'America/Chicago', country: 'US', kinds: await loadKinds(tx) };
    const made = requestFromFields(read.value, rules, 'web');
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    return made.value;
  });
}

async function asking(fields: Readonly<Record<string, string>>, rest: Partial<Asking> = {}): Promise<Asking> {
  return { request: await typed(fields), formKey: crypto.randomUUID(), heldForALook: false, ...rest };
}

describe('asking for help', () => {
  test('keeps what is private in the vault and the rest in clear', async () => {
    const form = await asking({
      name: 'Marisol Quintero',
      phone: '(304) 555-0142',
      words: 'We are five and the fridge is empty',
      address: '12 Quarry Road, blue door',
      plusCode: '87C4VXQ7+VQ',
      forWhom: 'household',
      'band-2-to-4': '2',
      'known-allergy': 'peanuts',
      'know-dog': 'none',
      amount: '2',
    });
    const asked = await askForHelp(context, everybody(here), form);
    expect(asked.ok).toBe(true);
    if (!asked.ok) return;

    const { rows } = await owner.query<{ row: string }>(
      `select to_jsonb(r)::text || to_jsonb(n)::text || to_jsonb(p)::text || to_jsonb(h)::text as row from requests r
       join needs n on n.request_id = r.id join persons p on p.id = r.person_id join households h on h.id = r.household_id
       where r.id = $1`,
      [asked.value.requestId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.row).not.toMatch(/Marisol|555\D?0142|Quarry|fridge|peanuts|87C4VXQ7\+VQ/);
    expect(rows[0]?.row).not.toContain(asked.value.token);
    const request = await database.readGroup(here, (tx) => readRequestByLink(tx, hashLinkToken(asked.value.token)));
    expect(request).toMatchObject({ state: 'new', channel: 'web', asked_for: 'household', held_at: null });
    expect(request?.cell).toMatch(/^87/);

    const opened = await database.readGroup(here, (tx) =>
      context.vault.open(tx, { personIds: [request?.person_id as never] }),
    );
    const values = Object.fromEntries(opened.map(({ field, value }) => [field, value]));
    expect(values).toMatchObject({
      name: 'Marisol Quintero',
      address: '12 Quarry Road, blue door',
      'must-know:allergy': 'peanuts',
    });
    const facts = await owner.query(
      'select question, answer from must_know_facts where request_id = $1 order by question',
      [asked.value.requestId],
    );
    expect(facts.rows).toEqual([
      { question: 'allergy', answer: 'known' },
      { question: 'dog', answer: 'none' },
    ]);
  });

  test('needs no name, no phone and no place', async () => {
    const asked = await askForHelp(context, everybody(here), await asking({}));
    expect(asked.ok).toBe(true);
  });

  test('takes one form sent twenty times at once as one request, with one link', async () => {
    const form = await asking({ words: 'a food box for tonight', name: 'Tomas' });
    const before = await countRequests(here);
    const answers = await Promise.all(Array.from({ length: 20 }, () => askForHelp(context, everybody(here), form)));
    const links = new Set(
      answers.map((answer) => (answer.ok ? `${answer.value.code} ${answer.value.token}` : 'refused')),
    );
    expect(links.size).toBe(1);
    expect(await countRequests(here)).toBe(before + 1);
  });

  test('takes one form sent for two families as two requests', async () => {
    const formKey = crypto.randomUUID();
    const first = await askForHelp(context, everybody(here), await asking({ name: 'Ana' }, { formKey }));
    const second = await askForHelp(context, everybody(here), await asking({ name: 'Bea' }, { formKey }));
    expect(first.ok && second.ok && first.value.requestId !== second.value.requestId).toBe(true);
  });

  test('alerts whoever is on duty when words speak of danger, flood or not', async () => {
    const form = await asking({ words: 'please hurry, she can’t breathe' }, { heldForALook: true });
    const asked = await askForHelp(context, everybody(here), form);
    expect(asked.ok && asked.value.danger.length).toBeGreaterThan(0);
    const jobs = await owner.query(`select data from pgboss.job where name = 'alert-duty'`);
    expect(JSON.stringify(jobs.rows)).toContain(asked.ok ? asked.value.requestId : 'nothing');
    const { rows } = await owner.query('select urgency, held_at from requests where id = $1', [
      asked.ok ? asked.value.requestId : null,
    ]);
    expect(rows[0]).toEqual({ urgency: 2, held_at: null });
  });

  test('keeps what came in a flood, for a look', async () => {
    const asked = await askForHelp(context, everybody(here), await asking({ words: 'hello' }, { heldForALook: true }));
    const { rows } = await owner.query<{ held_at: unknown }>('select held_at from requests where id = $1', [
      asked.ok ? asked.value.requestId : null,
    ]);
    expect(rows[0]?.held_at).not.toBeNull();
  });

  test('refuses while the group takes no requests', async () => {
    await owner.query('update group_settings set asks_open = false where group_id = $1', [there]);
    const refused = await askForHelp(context, everybody(there), await asking({}));
    expect(refused).toEqual({ ok: false, refusal: { code: 'asks-closed' } });
    expect(await countRequests(there)).toBe(0);
  });

  test('refuses the program itself and other groups', async () => {
    const caller = { groupId: here, actor: { kind: 'system' } } as const;
    expect(await askForHelp(context, caller, await asking({}))).toEqual({
      ok: false,
      refusal: { code: 'not-allowed' },
    });
  });

  test("cannot point at another group's kinds", async () => {
    const form = await asking({});
    await expect(askForHelp(context, everybody(await openGroup()), form)).rejects.toThrow(/foreign key/);
  });
});

async function openGroup(): Promise<GroupId> {
  await owner.query('update group_settings set asks_open = true where group_id = $1', [there]);
  return there;
}

async function countRequests(groupId: GroupId): Promise<number> {
  const { rows } = await owner.query<{ n: number }>('select count(*)::int as n from requests where group_id = $1', [
    groupId,
  ]);
  return rows[0]?.n ?? 0;
}
