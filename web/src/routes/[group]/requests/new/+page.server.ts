import { parseId, type PersonId } from '@barnraise/kernel/ids.ts';
import { canTakeIn } from '@barnraise/kernel/policy.ts';
import { requestChannels } from '@barnraise/kernel/request.ts';
import { localDateOf } from '@barnraise/kernel/time.ts';
import { intakeRules } from '@barnraise/server/requests/ask-pages.ts';
import { enterRequest } from '@barnraise/server/requests/enter-request.ts';
import { knownPeople } from '@barnraise/server/requests/known-people.ts';
import { readForm } from '@barnraise/server/requests/read-form.ts';
import { requestFields } from '@barnraise/server/requests/request-fields.ts';
import { requestFromFields } from '@barnraise/server/requests/request-from-fields.ts';
import { error, fail, redirect } from '@sveltejs/kit';

import { formKeyOf } from '#lib/server/form-input.ts';
import { problemSentences } from '#lib/server/problem-sentences.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { group, context, caller } = locals;
  if (!canTakeIn(caller.actor)) error(403);
  const rules = await intakeRules(context, group.id);
  return {
    kinds: rules.kinds.map((kind) => ({
      code: kind.code,
      names: kind.names,
      unit: kind.entryUnits[0]?.code ?? 'each',
    })),
    today: localDateOf(rules.now, group.zone),
    now: rules.now,
    zone: group.zone,
    emergencyNumber: group.emergencyNumber,
    languages: group.languages,
    hasArea: group.areaLabel !== '',
  };
};

export const actions: Actions = {
  /** Posted, since a telephone number may stand in no address. What else was typed stays. */
  lookUp: async ({ request, locals }) => {
    const posted = await request.formData();
    const { typed } = readForm(requestFields, posted);
    const { people } = await knownPeople(locals.context, locals.caller, {
      phone: textOf(posted, 'phone'),
      name: textOf(posted, 'name'),
    });
    return { values: typed, known: people, idempotencyKey: textOf(posted, 'idempotencyKey') };
  },

  save: async ({ request, locals, params }) => {
    const { group, context, caller, t } = locals;
    const posted = await request.formData();
    const form = readForm(requestFields, posted);
    const keep = { values: form.typed, idempotencyKey: textOf(posted, 'idempotencyKey') };
    if (!form.ok) return fail(400, { ...keep, problems: problemSentences(t, form.problems) });
    const channel = requestChannels.find((one) => one === textOf(posted, 'channel')) ?? 'phone';
    const read = requestFromFields(form.value, await intakeRules(context, group.id, [form.value.kind]), channel);
    if (!read.ok) return fail(400, { ...keep, problems: problemSentences(t, read.problems) });

    const personId = parseId<PersonId>(textOf(posted, 'personId'));
    const entered = await enterRequest(context, caller, {
      request: { ...read.value, asker: { ...read.value.asker, ...(personId && { personId }) } },
      formKey: formKeyOf(keep.idempotencyKey),
      open: textOf(posted, 'openNow') === 'yes' && read.value.needs.length > 0,
      slip: textOf(posted, 'slip').trim(),
    });
    if (!entered.ok) {
      const { refusal } = entered;
      const said = t(`refusal.${refusal.code}`);
      if (refusal.code !== 'slip-wrong' && refusal.code !== 'slip-known') return fail(409, { ...keep, refusal: said });
      const slipOf = refusal.code === 'slip-known' ? refusal.requestId : null;
      return fail(409, { ...keep, problems: { slip: said }, slipOf });
    }
    redirect(303, `/${params.group}/requests/${entered.value.requestId}`);
  },
};

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.slice(0, 300) : '';
}
