import { linesMax } from '@barnraise/kernel/chat/proposal-heaps.ts';

import type { ShownProposal } from './show-proposals.ts';

/** What the form of a message begins with: what the rules saw in it, for a person to correct. */
export function proposalValues({ message, contact, lines, language }: ShownProposal): Readonly<Record<string, string>> {
  const values: Record<string, string> = {
    ...contact,
    words: message?.text ?? '',
    language: language === 'unknown' ? '' : language,
  };
  for (const [no, line] of lines.slice(0, linesMax).entries()) {
    const unit = line.entered?.unit ?? line.kind.entryUnits[0]?.code ?? '';
    values[`kind-${no}`] = line.code;
    values[`kind-was-${no}`] = line.code;
    values[`amount-${no}`] = line.halted ? '' : (line.entered?.figure ?? '1');
    values[`unit-${no}`] = unit;
    // What may be turned down or may have run out is not asked for before a person has looked.
    values[`use-${no}`] = line.halted ? 'halt' : 'take';
  }
  return values;
}
