import type { AskChange } from './change-ask.ts';
import { otherKind } from './needs-from-fields.ts';
import type { FieldProblem } from './read-form.ts';
import type { RequestFields } from './request-fields.ts';
import { type IntakeRules, requestFromFields } from './request-from-fields.ts';

type Change = Omit<AskChange, 'requestId'>;

export type ChangeReading =
  | { readonly ok: true; readonly value: Change }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/**
 * Reads the form in which a request is changed: the same fields as for asking, filled in with what is known. What is
 * needed and how much is changed line by line; when stays as it was unless it is chosen anew.
 */
export function changeFromFields(fields: RequestFields, rules: IntakeRules): ChangeReading {
  const words = fields.words === '' ? '-' : fields.words;
  const read = requestFromFields({ ...fields, kind: otherKind, words, forWhom: 'self' }, rules, 'web');
  if (!read.ok) return read;
  const { asker, place, window, mustKnow, sharing } = read.value;
  const keepsWhen = fields.when === 'any' && fields.day === '';
  return {
    ok: true,
    value: {
      asker,
      words: fields.words,
      place: place ?? { address: '', plusCode: '', directions: '', point: null },
      mustKnow,
      sharing,
      ...(!keepsWhen && { window }),
    },
  };
}
