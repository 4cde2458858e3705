import { readSession } from '@barnraise/server/people/session.ts';
import { readStart, startChoices, startSteps } from '@barnraise/server/people/start-form.ts';
import type { StartRefusal } from '@barnraise/server/people/group-to-start.ts';
import { mayStartGroup, startGroup } from '@barnraise/server/people/start-group.ts';
import { fail, type RequestEvent } from '@sveltejs/kit';
import type { StarterTick } from '@barnraise/kernel/catalog/starter-sets.ts';
import type { Words } from '@barnraise/server/words/words.ts';

import type { IconName } from '#lib/icons.ts';
import { type FormInput, readForm } from '#lib/server/form-input.ts';
import { refusalText } from '#lib/server/refusal-text.ts';
import { recoveryPrint } from '#lib/server/recovery-print.ts';
import { sessionCookie } from '#lib/server/session-cookie.ts';
import { rememberSession, visitOf } from '#lib/server/sign-in-cookie.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { context, t } = locals;
  return {
    isOpen: await mayStartGroup(context),
    sendsMail: context.mail.sends,
    ticks: (Object.keys(tickIcons) as StarterTick[]).map((tick) => ({
      value: tick,
      label: t(`start.tick-${tick}`),
      icon: tickIcons[tick],
    })),
    choices: startChoices(t.locale),
  };
};

const tickIcons: Readonly<Record<StarterTick, IconName>> = {
  pantry: 'food',
  drives: 'box',
  rides: 'ride',
  repairs: 'repair',
  visits: 'talk',
  skills: 'list',
  shifts: 'shift',
  fund: 'money',
  storm: 'storm',
  meals: 'fuel',
  'child-care': 'children',
  'translation-and-forms': 'forms',
  'tool-library': 'tools',
  'online-forum': 'globe',
};

/** The three steps are one form that travels along: what was typed in the others is carried in hidden fields. */
export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event.request);
    const at = stepOf(form.text('step')) ?? 1;
    const go = form.text('go');
    const target = stepOf(go);
    const goesBack = target !== undefined && target < at;
    const read = readStart(form, at);
    if (!goesBack && read.problemStep) {
      return stepWith(event.locals.t, form, read.problemStep, read.problems);
    }
    if (go !== 'finish') return { ...kept(form), step: target ?? at };

    const started = await startGroup(event.locals.context, await starterOf(event, form.idempotencyKey), read.value);
    if (started.ok) {
      rememberSession(event, started.value.sessionToken);
      const { slug, sheet } = started.value;
      return { sheet: await recoveryPrint(event.url, event.locals.t, sheet, { name: read.value.name, slug }) };
    }
    return startRefused(event.locals.t, form, started.refusal);
  },
};

type Step = 1 | 2 | 3;

function stepOf(text: string): Step | undefined {
  const step = Number(text);
  return Number.isInteger(step) && step >= 1 && step <= startSteps ? (step as Step) : undefined;
}

/** The form as it was sent, to be shown again. */
function kept(form: FormInput) {
  return form.refuse(200, {}).data;
}

type StartProblem = ReturnType<typeof readStart>['problems'][string] | 'taken';

function stepWith(t: Words, form: FormInput, step: Step, problems: Readonly<Record<string, StartProblem>>) {
  const sentences = Object.fromEntries(
    Object.entries(problems).map(([field, code]) => [field, t(`start.problem-${code}`)]),
  );
  return fail(400, { ...kept(form), problems: sentences, step });
}

function startRefused(t: Words, form: FormInput, refusal: StartRefusal) {
  switch (refusal.code) {
    case 'address-taken':
      return stepWith(t, form, 2, { slug: 'taken' });
    case 'address-not-good':
      return stepWith(t, form, 2, { slug: refusal.fault });
    case 'new-groups-closed':
    case 'too-many-tries':
      return fail(409, { ...kept(form), refusal: refusalText(t, refusal), step: startSteps });
  }
}

/** Somebody who is signed in already leads the new group with the same login. */
async function starterOf(event: RequestEvent, formKey: string) {
  const session = await readSession(event.locals.context, event.cookies.get(sessionCookie));
  return { as: 'visitor' as const, loginId: session?.loginId, ...visitOf(event), formKey };
}
