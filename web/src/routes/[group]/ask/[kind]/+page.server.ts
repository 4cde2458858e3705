import { alertsDuty, dangerWords } from '@barnraise/kernel/danger-words.ts';
import { localDateOf } from '@barnraise/kernel/time.ts';
import { askForHelp } from '@barnraise/server/requests/ask-for-help.ts';
import { askFront, askStep, intakeRules } from '@barnraise/server/requests/ask-pages.ts';
import { waitsForALook } from '@barnraise/server/requests/intake-limit.ts';
import { otherKind } from '@barnraise/server/requests/needs-from-fields.ts';
import { readForm } from '@barnraise/server/requests/read-form.ts';
import { requestFields } from '@barnraise/server/requests/request-fields.ts';
import { requestFromFields } from '@barnraise/server/requests/request-from-fields.ts';
import { error, fail, redirect } from '@sveltejs/kit';

import { formKeyOf } from '#lib/server/form-input.ts';
import { problemSentences } from '#lib/server/problem-sentences.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { group, context, t } = locals;
  const shared = {
    emergencyNumber: group.emergencyNumber,
    zone: group.zone,
    languages: group.languages,
    hasArea: group.areaLabel !== '',
  };
  const { tiles } = await askFront(context, group.id, t.locale);
  const tile = tiles.find((one) => one.picture === params.kind);
  if (tile) return { ...shared, tile, step: undefined };
  if (!group.asksOpen) error(404);

  const step = await askStep(context, group.id, params.kind === otherKind ? null : params.kind, t.locale);
  if (!step) error(404);
  return { ...shared, tile: undefined, step: { ...step, today: localDateOf(step.now, group.zone) } };
};

export const actions: Actions = {
  default: async ({ request, locals, params, getClientAddress }) => {
    const { group, context, caller, t } = locals;
    const posted = await request.formData();
    const form = readForm(requestFields, posted);
    const keep = { values: form.typed, idempotencyKey: textOf(posted, 'idempotencyKey') };
    const danger = alertsDuty(dangerWords(`${textOf(posted, 'words')} . ${textOf(posted, 'detail')}`));
    if (!form.ok) return fail(400, { ...keep, danger, problems: problemSentences(t, form.problems) });
    const rules = await intakeRules(context, group.id, [form.value.kind, ...form.value.also]);
    const read = requestFromFields(form.value, rules, 'web');
    if (!read.ok) return fail(400, { ...keep, danger, problems: problemSentences(t, read.problems) });

    const heldForALook = await waitsForALook(context, group.id, 'ask', {
      address: getClientAddress(),
      trapped: textOf(posted, 'website') !== '',
      shownAt: Number(textOf(posted, 'shownAt')) || 0,
      postedAt: Date.now(),
    });
    const formKey = formKeyOf(keep.idempotencyKey);
    const asked = await askForHelp(context, caller, { request: read.value, formKey, heldForALook });
    if (!asked.ok) return fail(409, { ...keep, danger, refusal: t(`refusal.${asked.refusal.code}`) });
    redirect(303, `/${params.group}/r/${asked.value.token}?new=1`);
  },
};

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
