import { accept, refuse } from '@barnraise/kernel/outcome.ts';
import { z } from 'zod';

import { intakeRules } from '../../../requests/ask-pages.ts';
import { recordHelp } from '../../../requests/record-help.ts';
import { amountFields, amountOf } from '../../bodies/amount.ts';
import { endpoint } from '../../endpoint.ts';
import { actId, id, instantIn, text } from '../../fields.ts';
import type { WrongField } from '../../problem.ts';

export const recordEvent = endpoint({
  method: 'POST',
  path: '/events',
  name: 'recordEvent',
  says: '“We already did this”: what, how much and when, with no request before it.',
  scopes: ['events:write'],
  body: z.strictObject({
    kind: text(80).describe('Code of the type.'),
    ...amountFields,
    happenedAt: instantIn,
    effortMinutes: z.int().min(0).max(40_320).optional(),
  }),
  answers: z.strictObject({ id, actId }),
  makes: (made) => `/events/${made.id}`,
  refuses: [
    'not-allowed',
    'fields-wrong',
    'kind-unknown',
    'quantity-invalid',
    'same-account',
    'account-unknown',
    'kind-differs',
    'happens-later',
    'not-enough',
    'balance-too-large',
  ],
  run: async ({ context, program, body: { kind: code, amount, unit, happenedAt, effortMinutes } }) => {
    const wrong: WrongField[] = [];
    const [kind] = (await intakeRules(context, program.groupId, [code])).kinds;
    if (!kind) wrong.push({ at: 'body.kind', code: 'unknown-kind' });
    const given = kind && amountOf({ amount, unit }, kind, 'body', wrong);
    if (!kind || !given) return refuse({ code: 'fields-wrong', fields: wrong });
    const recorded = await recordHelp(context, program, {
      kindId: kind.id,
      quantity: given.quantity,
      happenedAt,
      ...(effortMinutes !== undefined && { effortMinutes }),
    });
    return recorded.ok ? accept({ id: recorded.value.eventId, actId: recorded.value.actId }) : recorded;
  },
});
