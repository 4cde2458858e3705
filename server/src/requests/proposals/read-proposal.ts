import { catalog } from '@barnraise/kernel/catalog/catalog.ts';
import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import { classifyMessage, type MessageReading } from '@barnraise/kernel/chat/classify.ts';
import type { ChatMessage } from '@barnraise/kernel/chat/message.ts';
import { dangerWords } from '@barnraise/kernel/danger-words.ts';
import { entryUnit } from '@barnraise/kernel/kind.ts';
import { type KindIndex, kindIndex } from '@barnraise/kernel/phrase/kind-index.ts';

import type { KeptMessage, ProposalSort, ProposedLine } from './proposal-table.ts';

/** What the rules see in one message, ready to be sealed beside it. */
export interface ReadProposal {
  readonly sort: ProposalSort;
  readonly language: string;
  readonly danger: boolean;
  readonly message: KeptMessage;
}

/** The group's own kinds by their own names, and the rest of the catalog: somebody may ask for what is not on the form. */
export function readingIndex(own: readonly CatalogKind[]): KindIndex<CatalogKind> {
  const codes = new Set(own.map((kind) => kind.code));
  return kindIndex([...own, ...catalog.filter((kind) => !codes.has(kind.code))]);
}

export function readProposal(message: ChatMessage, index: KindIndex<CatalogKind>): ReadProposal {
  const reading = classifyMessage(message.text, index);
  return {
    sort: reading.sort,
    language: reading.language,
    // Sure words of danger in a message that asks; in news and thanks they tell what is over.
    danger: reading.sort === 'ask' && dangerWords(message.text).some((match) => match.sure),
    message: {
      author: message.author,
      contact: message.contact ?? '',
      at: message.at,
      text: message.text,
      hasMedia: message.hasMedia,
      evidence: reading.evidence,
      lines: reading.lines.map(lineOf),
      turnsAllDown: reading.turnsAllDown,
    },
  };
}

function lineOf({
  kind,
  alternatives,
  amount,
  halted,
  unsure,
}: MessageReading<CatalogKind>['lines'][number]): ProposedLine {
  const unit = amount && amount.quantity !== null ? entryUnit(kind, amount.unit ?? kind.baseUnit) : undefined;
  return {
    code: kind.code,
    others: alternatives.map((other) => other.code),
    entered: amount && unit ? { figure: amount.figure, unit: unit.code } : null,
    halted,
    unsure,
  };
}
