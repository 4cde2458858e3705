import { localDateOf } from '@barnraise/kernel/time.ts';
import { askStep, intakeRules } from '@barnraise/server/requests/ask-pages.ts';
import { waitsForALook } from '@barnraise/server/requests/intake-limit.ts';
import { asksAWeek, offerFields, offerFromFields, reaches } from '@barnraise/server/requests/offer-form.ts';
import { offerHelp } from '@barnraise/server/requests/offer-help.ts';
import { readForm } from '@barnraise/server/requests/read-form.ts';
import { error, fail, redirect } from '@sveltejs/kit';

import { formKeyOf } from '#lib/server/form-input.ts';
import { problemSentences } from '#lib/server/problem-sentences.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { group, context, caller, t } = locals;
  const rules = await intakeRules(context, group.id);
  const step = await askStep(context, group.id, null, t.locale);
  return {
    kinds: rules.kinds.map(({ code, names }) => ({ code, names })),
    notice: step?.notice,
    now: rules.now,
    limits: { reaches, asksAWeek },
    today: localDateOf(rules.now, group.zone),
    zone: group.zone,
    emergencyNumber: group.emergencyNumber,
    languages: group.languages,
    isMember: caller.actor.kind === 'member',
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params, getClientAddress }) => {
    const { group, context, caller, t } = locals;
    const posted = await request.formData();
    const form = readForm(offerFields, posted);
    const idempotencyKey = textOf(posted, 'idempotencyKey');
    const keep = { values: form.typed, idempotencyKey };
    if (!form.ok) return fail(400, { ...keep, problems: problemSentences(t, form.problems) });
    const isMember = caller.actor.kind === 'member';
    const fields = isMember ? { ...form.value, askBy: 'page' as const } : form.value;
    const read = offerFromFields(fields, await intakeRules(context, group.id, [fields.kind]));
    if (!read.ok) return fail(400, { ...keep, problems: problemSentences(t, read.problems) });

    const isFlood =
      !isMember &&
      (await waitsForALook(context, group.id, 'offer', {
        address: getClientAddress(),
        trapped: textOf(posted, 'website') !== '',
        shownAt: Number(textOf(posted, 'shownAt')) || 0,
        postedAt: Date.now(),
      }));
    // A stranger's offer is seen by a coordinator anyway; only what no person typed is turned away.
    if (isFlood && textOf(posted, 'website') !== '') error(429);
    const formKey = formKeyOf(idempotencyKey);
    const offer = isMember ? { ...read.value, askBy: form.value.askBy } : read.value;
    const offered = await offerHelp(context, caller, { offer, formKey });
    if (!offered.ok) return fail(409, { ...keep, refusal: t(`refusal.${offered.refusal.code}`) });
    redirect(303, isMember ? `/${params.group}/needs` : `/${params.group}/o/${offered.value.token}?new=1`);
  },
};

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
