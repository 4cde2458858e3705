import { entryUnit } from '@barnraise/kernel/kind.ts';
import { toQuantity } from '@barnraise/kernel/quantity.ts';
import type { UnitCode } from '@barnraise/kernel/unit.ts';

import type { GroupKind } from './load-kinds.ts';
import type { NewNeed } from './new-request.ts';
import type { FieldProblem } from './read-form.ts';
import type { RequestFields } from './request-fields.ts';

type AmountFields = Pick<RequestFields, 'kind' | 'amount' | 'unit' | 'detail' | 'also' | 'words'>;
type Wrong = (field: string, code: FieldProblem['code'], count?: number) => void;

/** More packs, rides or hours than this at once is a slip of the finger; a drive takes more. */
export const amountMax = 10_000;

const problemOf = {
  'amount-not-a-number': 'not-a-number',
  'amount-not-positive': 'not-positive',
  'amount-too-large': 'too-large',
  'amount-not-whole': 'not-whole',
} as const;

/** What is posted for "something else": nothing the group has a kind for; their words say what. */
export const otherKind = 'other';

/** The main need with its amount, and one usual unit of each that was ticked besides. */
export function needsFromFields(fields: AmountFields, kinds: readonly GroupKind[], wrong: Wrong): readonly NewNeed[] {
  const byCode = new Map(kinds.map((kind) => [kind.code, kind]));
  if (fields.kind === otherKind) {
    if (fields.words === '') wrong('words', 'required');
    return chosenBesides(fields.also, byCode);
  }
  const kind = byCode.get(fields.kind);
  if (!kind) {
    wrong('kind', fields.kind === '' ? 'required' : 'unknown-kind');
    return [];
  }
  const main = amountFromFields(fields, kind, wrong);
  const more = chosenBesides(
    fields.also.filter((code) => code !== kind.code),
    byCode,
  );
  return main ? [main, ...more] : more;
}

function chosenBesides(codes: readonly string[], byCode: ReadonlyMap<string, GroupKind>): readonly NewNeed[] {
  return codes
    .map((code) => byCode.get(code))
    .filter((kind) => kind !== undefined)
    .map(oneUsualUnit);
}

/** One of the kind in its usual unit: a family box, a ride, a pack. */
export function oneUsualUnit(kind: GroupKind): NewNeed {
  const unit = kind.entryUnits[0];
  const converted = unit && toQuantity('1', unit);
  if (!unit || !converted?.ok) throw new Error(`The kind ${kind.code} has no unit to be entered in.`);
  return { kind, quantity: converted.value.quantity, entered: converted.value.entered, detail: '' };
}

export function amountFromFields(
  fields: Pick<AmountFields, 'amount' | 'unit' | 'detail'>,
  kind: GroupKind,
  wrong: Wrong,
): NewNeed | undefined {
  const unit = fields.unit === '' ? kind.entryUnits[0] : entryUnit(kind, fields.unit as UnitCode);
  if (!unit) {
    wrong('unit', 'unknown-unit');
    return undefined;
  }
  const typed = fields.amount === '' ? '1' : fields.amount;
  const converted = toQuantity(typed, unit);
  if (!converted.ok) {
    wrong('amount', problemOf[converted.refusal.code]);
    return undefined;
  }
  const { quantity, entered } = converted.value;
  if (quantity * unit.denominator > amountMax * unit.numerator) {
    wrong('amount', 'too-large', amountMax);
    return undefined;
  }
  return { kind, quantity, entered, detail: fields.detail };
}
