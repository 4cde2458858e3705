import { type ActId, type FormId, parseId } from '@barnraise/kernel/ids.ts';
import type { Outcome } from '@barnraise/kernel/outcome.ts';
import type { FormAct } from '@barnraise/server/forms/act-on-form.ts';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';

import { type FormInput, readForm } from '#lib/server/form-input.ts';
import { refusalText } from '#lib/server/refusal-text.ts';

type Event = RequestEvent<{ group: string; form: string }>;
type Done = Outcome<{ readonly actId: ActId }, { readonly code: string }>;

/**
 * An act on a form of the group's own: reads what was posted, runs one command on the state that the page had shown, and
 * goes on to `next` with an undo; or comes back with why it could not be, and everything as it was typed.
 */
export function formAct(
  run: (event: Event, input: FormInput, act: FormAct) => Promise<Done>,
  next: (event: Event, input: FormInput) => string = ({ url }) => url.pathname,
) {
  return async (event: Event) => {
    const formId = parseId<FormId>(event.params.form);
    if (!formId) error(404);
    const input = await readForm(event.request);
    const version = Number(input.text('version', 12));
    const done = await run(event, input, { formId, version, formKey: input.idempotencyKey });
    if (!done.ok) return input.refuse(409, { refusal: refusalText(event.locals.t, done.refusal) });
    const [path = '', hash] = next(event, input).split('#');
    redirect(303, `${path}?act=${done.value.actId}${hash === undefined ? '' : `#${hash}`}`);
  };
}
