import { linesMax } from '@barnraise/kernel/chat/proposal-heaps.ts';
import { parseMail, parsePhone } from '@barnraise/kernel/contact.ts';
import { type PersonId, parseId } from '@barnraise/kernel/ids.ts';
import { sharingUntilAsked } from '@barnraise/kernel/sharing.ts';
import { z } from 'zod';

import type { GroupKind } from '../load-kinds.ts';
import { amountFromFields, oneUsualUnit } from '../needs-from-fields.ts';
import type { NewOffer } from '../offer-form.ts';
import type { Asker, NewNeed, NewRequest } from '../new-request.ts';
import { line, oneOf, paragraph, ticked } from '../posted-field.ts';
import type { FieldProblem } from '../read-form.ts';

export const lineNumbers: readonly number[] = Array.from({ length: linesMax }, (_, no) => no);

/** What becomes of a line: it is needed (or offered), it is turned down, or it was read wrongly. */
export const lineUses = ['take', 'halt', 'drop'] as const;

const oneLine = (no: number) => ({
  [`kind-${no}`]: line(80),
  [`kind-was-${no}`]: line(80),
  [`amount-${no}`]: line(20),
  [`unit-${no}`]: line(20),
  [`use-${no}`]: oneOf(lineUses, 'take'),
  [`detail-${no}`]: paragraph(300),
});

/** The fields of a message that is made into something: who, what, and their words. */
export const proposalFields = z.object({
  name: line(120),
  phone: line(40),
  mail: line(254),
  personId: line(60),
  words: paragraph(4000),
  language: line(10),
  openNow: ticked,
});
export const proposalLines = z.object(
  Object.assign({}, ...lineNumbers.map(oneLine)) as Record<string, z.ZodType<string>>,
);

export type ProposalFields = z.infer<typeof proposalFields>;
export type ProposalLines = Readonly<Record<string, string>>;

export type ProposalReading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

export interface ProposalRules {
  readonly kinds: ReadonlyMap<string, GroupKind>;
  readonly country: string;
}

/** Makes a request of what was looked at and corrected, or says everything that needs another look. */
export function requestFromProposal(
  fields: ProposalFields,
  lines: ProposalLines,
  rules: ProposalRules,
): ProposalReading<NewRequest> {
  const problems: FieldProblem[] = [];
  const needs = needsOf(lines, rules, problems);
  checkContact(fields, rules, problems);
  if (needs.length === 0 && fields.words === '') problems.push({ field: 'kind-0', code: 'required' });
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    value: {
      channel: 'message',
      language: languageOf(fields),
      asker: askerOf(fields),
      askedFor: 'self',
      consent: false,
      household: null,
      needs,
      window: null,
      place: null,
      trip: null,
      recurrence: null,
      mustKnow: {},
      sharing: sharingUntilAsked,
      words: fields.words,
    },
  };
}

/** Makes one offer of each line. */
export function offersFromProposal(
  fields: ProposalFields,
  lines: ProposalLines,
  rules: ProposalRules,
): ProposalReading<readonly NewOffer[]> {
  const problems: FieldProblem[] = [];
  const given = needsOf(lines, rules, problems).filter((need) => !need.halted);
  checkContact(fields, rules, problems);
  if (given.length === 0 && problems.length === 0) problems.push({ field: 'kind-0', code: 'required' });
  if (problems.length > 0) return { ok: false, problems };
  const giver = askerOf(fields);
  const askBy = giver.phone !== '' ? 'text' : giver.mail !== '' ? 'mail' : 'page';
  return {
    ok: true,
    value: given.map((need, no): NewOffer => ({
      kind: need.kind,
      standing: true,
      quantity: null,
      entered: null,
      window: null,
      hours: [],
      reachMeters: null,
      asksPerWeekMax: null,
      askBy,
      cell: null,
      language: languageOf(fields),
      giver,
      // Their words once: the other offers of the same message say what they are by their kind.
      words: no === 0 ? fields.words : need.detail,
    })),
  };
}

function needsOf(lines: ProposalLines, { kinds }: ProposalRules, problems: FieldProblem[]): readonly NewNeed[] {
  const needs = new Map<string, NewNeed>();
  for (const no of lineNumbers) {
    const of = (name: string): string => lines[`${name}-${no}`] ?? '';
    const code = of('kind');
    if (code === '' || of('use') === 'drop') continue;
    const kind = kinds.get(code);
    if (!kind) {
      problems.push({ field: `kind-${no}`, code: 'unknown-kind' });
      continue;
    }
    const need = of('use') === 'halt' ? { ...oneUsualUnit(kind), halted: true } : lineNeed(of, no, kind, problems);
    // What is asked for and turned down in one message stands in both lines: the halt is kept, as the stricter of the two.
    if (need && !(needs.has(code) && !need.halted)) needs.set(code, { ...need, detail: of('detail') });
  }
  return [...needs.values()];
}

function lineNeed(
  of: (name: string) => string,
  no: number,
  kind: GroupKind,
  problems: FieldProblem[],
): NewNeed | undefined {
  // The unit was shown for the kind that was found; another kind is counted in its own.
  const unit = of('kind-was') === kind.code ? of('unit') : '';
  return amountFromFields({ amount: of('amount'), unit, detail: of('detail') }, kind, (field, code, count) => {
    problems.push({ field: `${field}-${no}`, code, ...(count !== undefined && { count }) });
  });
}

function checkContact({ phone, mail }: ProposalFields, { country }: ProposalRules, problems: FieldProblem[]): void {
  if (phone !== '' && parsePhone(phone, country) === undefined) problems.push({ field: 'phone', code: 'not-a-phone' });
  if (mail !== '' && parseMail(mail) === undefined) problems.push({ field: 'mail', code: 'not-a-mail' });
}

function askerOf({ name, phone, mail, personId }: ProposalFields): Asker {
  const known = parseId<PersonId>(personId);
  return {
    name,
    phone,
    mail,
    safeToText: 'not-asked',
    safeToLeaveMessage: 'not-asked',
    ...(known && { personId: known }),
  };
}

function languageOf({ language }: ProposalFields): string {
  return /^[a-z]{2,3}$/.test(language) ? language : 'en';
}
