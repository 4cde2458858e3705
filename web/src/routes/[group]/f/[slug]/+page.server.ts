import { formLanguage } from '@barnraise/kernel/form/definition.ts';
import { answerField, readAnswers } from '@barnraise/kernel/form/read-answers.ts';
import { visibleQuestions } from '@barnraise/kernel/form/visible-questions.ts';
import { publicForm } from '@barnraise/server/forms/public-form.ts';
import { sendForm } from '@barnraise/server/forms/send-form.ts';
import { intakeRules } from '@barnraise/server/requests/ask-pages.ts';
import { waitsForALook } from '@barnraise/server/requests/intake-limit.ts';
import { typedFields } from '@barnraise/server/requests/read-form.ts';
import { error, fail, redirect } from '@sveltejs/kit';

import { formKeyOf } from '#lib/server/form-input.ts';
import { problemSentences } from '#lib/server/problem-sentences.ts';
import { sentFiles } from '#lib/server/sent-files.ts';

import type { Actions, PageServerLoad } from './$types';

/** A long form with every box ticked posts so many fields. */
const fieldsMax = 2_000;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { group, context, t } = locals;
  const form = await publicForm(context, group.id, { slug: params.slug });
  if (!form) error(404);
  const wish = url.searchParams.get('in');
  return {
    form,
    language: formLanguage(form.definition, [wish, t.locale]),
    emergencyNumber: group.emergencyNumber,
    asksOpen: group.asksOpen,
    zone: group.zone,
    isSent: url.searchParams.has('sent'),
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params, url, getClientAddress }) => {
    const { group, context, caller, t } = locals;
    const posted = await request.formData();
    const typed = typedFields(posted, fieldsMax);
    const no = Number(textOf(posted, 'version'));
    const slug = params.slug;
    // Whoever had an older version open is read as they were asked; what no version is, is the one shown now.
    const asked = Number.isSafeInteger(no) && no > 0 ? { slug, no } : { slug };
    const form = (await publicForm(context, group.id, asked)) ?? (await publicForm(context, group.id, { slug }));
    if (!form) error(404);

    const files = await sentFiles(context, group.id, form.definition, posted, getClientAddress());
    const keep = {
      values: { ...typed, ...files.kept },
      idempotencyKey: textOf(posted, 'idempotencyKey'),
      version: form.no,
    };
    const rules = await intakeRules(
      context,
      group.id,
      form.kinds.map(({ code }) => code),
    );
    const kinds = new Map(rules.kinds.map((kind) => [kind.code, kind]));
    const read = readAnswers(form.definition, typed, { country: group.country, kinds, files: files.tokens });
    // What is wrong with a file is said last, so that it and not "fill this in" stands beside it; of a hidden one nothing.
    const shown = read.ok
      ? new Set(visibleQuestions(form.definition, read.answers).map(({ id }) => answerField(id)))
      : null;
    const fileProblems = files.problems.filter(({ field }) => shown === null || shown.has(field));
    const problems = [...(read.ok ? [] : read.problems), ...fileProblems];
    if (!read.ok || problems.length > 0) return fail(400, { ...keep, problems: problemSentences(t, problems) });

    const trapped = textOf(posted, 'website') !== '';
    const heldForALook = await waitsForALook(context, group.id, form.purpose === 'ask' ? 'ask' : 'offer', {
      address: getClientAddress(),
      trapped,
      shownAt: Number(textOf(posted, 'shownAt')) || 0,
      postedAt: Date.now(),
    });
    // A request is never turned away; everything else that no person typed is.
    if (trapped && form.purpose !== 'ask' && caller.actor.kind !== 'member') error(429);
    const sent = await sendForm(context, caller, {
      form,
      answers: read.answers,
      language: formLanguage(form.definition, [textOf(posted, 'language')]),
      rules,
      formKey: formKeyOf(keep.idempotencyKey),
      fileMarks: files.marks,
      heldForALook: heldForALook && caller.actor.kind !== 'member',
    });
    if (!sent.ok) return fail(409, { ...keep, refusal: t(`refusal.${sent.refusal.code}`) });
    if (sent.value.kind === 'request') redirect(303, `/${params.group}/r/${sent.value.token}?new=1`);
    if (sent.value.kind === 'offers' && caller.actor.kind !== 'member') {
      const [first = '', ...more] = sent.value.tokens;
      if (more.length === 0) redirect(303, `/${params.group}/o/${first}?new=1`);
      return { links: sent.value.tokens.map((token) => `${url.origin}/${params.group}/o/${token}`) };
    }
    redirect(303, `/${params.group}/f/${params.slug}?sent=1`);
  },
};

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
