import { parseId, type PersonId } from '@barnraise/kernel/ids.ts';
import { addDays, parseLocalDate, startOfDay } from '@barnraise/kernel/time.ts';
import { correctPerson, voiceConsents } from '@barnraise/server/people/correct-person.ts';
import { erasePerson } from '@barnraise/server/people/erase-person.ts';
import { holdPerson, releasePerson } from '@barnraise/server/people/hold-person.ts';
import type { SafeAnswer } from '@barnraise/server/people/keep-person.ts';
import { markDifferent, mergePeople } from '@barnraise/server/people/merge-people.ts';
import { personPage } from '@barnraise/server/people/person-page.ts';
import { isLocale } from '@barnraise/server/words/locale.ts';
import { error, redirect } from '@sveltejs/kit';

import { readForm } from '#lib/server/form-input.ts';
import { refusalText } from '#lib/server/refusal-text.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  const page = await personPage(locals.context, locals.caller, { personId: personOf(params.person) });
  if (page.ok) {
    return { person: page.value, voiceConsents, zone: locals.group.zone, wasSaved: url.searchParams.has('saved') };
  }
  if (page.refusal.code === 'merged') redirect(303, `/${params.group}/people/${page.refusal.intoId}`);
  error(page.refusal.code === 'not-found' ? 404 : 403);
};

export const actions: Actions = {
  correct: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const language = form.text('language', 8);
    const corrected = await correctPerson(locals.context, locals.caller, {
      personId: personOf(params.person),
      name: form.text('name', 120),
      phone: form.text('phone', 40),
      mail: form.text('mail', 254),
      language: isLocale(language) ? language : locals.t.locale,
      safeToText: safeAnswer(form.text('safeToText')),
      safeToLeaveMessage: safeAnswer(form.text('safeToLeaveMessage')),
      consents: voiceConsents.filter((purpose) => form.several('consents').includes(purpose)),
    });
    if (corrected.ok) redirect(303, `/${params.group}/people/${params.person}?saved=1`);
    const sentence = refusalText(locals.t, corrected.refusal);
    const field = ({ 'not-a-phone': 'phone', 'not-a-mail': 'mail' } as Record<string, string>)[corrected.refusal.code];
    return form.refuse(400, field ? { problems: { [field]: sentence } } : { refusal: sentence });
  },

  hold: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const date = parseLocalDate(form.text('until', 10));
    const reason = form.text('reason', 200);
    const problems = {
      ...(date ? {} : { until: locals.t('errors.required') }),
      ...(reason === '' ? { reason: locals.t('errors.required') } : {}),
    };
    if (!date || reason === '') return form.refuse(400, { problems });
    const untilAt = startOfDay(addDays(date, 1), locals.group.zone);
    const personId = personOf(params.person);
    const held = await holdPerson(locals.context, locals.caller, { personId, untilAt, reason });
    if (!held.ok) return form.refuse(409, { problems: { until: refusalText(locals.t, held.refusal) } });
    redirect(303, `/${params.group}/people/${params.person}`);
  },

  release: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const released = await releasePerson(locals.context, locals.caller, { personId: personOf(params.person) });
    if (!released.ok) return form.refuse(409, { refusal: refusalText(locals.t, released.refusal) });
    redirect(303, `/${params.group}/people/${params.person}`);
  },

  erase: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const erased = await erasePerson(locals.context, locals.caller, { personId: personOf(params.person) });
    if (!erased.ok) return form.refuse(409, { refusal: refusalText(locals.t, erased.refusal) });
    redirect(303, `/${params.group}/people/${params.person}?act=${erased.value.actId}`);
  },

  alike: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const pair = { personId: personOf(params.person), otherId: personOf(form.text('other')) };
    const command = form.text('verdict') === 'same' ? mergePeople : markDifferent;
    const done = await command(locals.context, locals.caller, pair);
    if (!done.ok) return form.refuse(409, { refusal: refusalText(locals.t, done.refusal) });
    redirect(303, `/${params.group}/people/${params.person}${done.value.actId ? `?act=${done.value.actId}` : ''}`);
  },
};

function personOf(text: string): PersonId {
  return parseId<PersonId>(text) ?? error(404);
}

function safeAnswer(text: string): SafeAnswer {
  return text === 'yes' || text === 'no' ? text : 'not-asked';
}
