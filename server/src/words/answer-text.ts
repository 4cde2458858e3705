import { catalogKind } from '@barnraise/kernel/catalog/catalog.ts';
import type { ShownValue } from '@barnraise/kernel/form/shown-value.ts';

import { kindText } from './amount-text.ts';
import type { Words } from './words.ts';

/** What was answered, line by line, in the reader's language as far as the words are not the group's own. */
export function answerLines(t: Words, value: ShownValue): readonly string[] {
  switch (value.is) {
    case 'text':
      return [value.text];
    case 'date':
      // Noon in Greenwich is this day nearly everywhere, and the format is told to stay there.
      return [t.instant(Date.parse(`${value.text}T12:00:00Z`), 'UTC', 'date')];
    case 'date-time':
      return [t.instant(Date.parse(`${value.text}Z`), 'UTC', 'dateTime')];
    case 'number':
      return [t.number(value.number)];
    case 'chosen':
      return value.texts;
    case 'yes-no':
      return [t(`forms.say-${value.yes ? 'yes' : 'no'}`)];
    case 'amounts':
      return value.amounts.map(({ kind, figure }) => {
        const known = catalogKind(kind);
        return `${known ? kindText(t, known) : kind}: ${figure}`;
      });
    case 'photo':
    case 'voice':
      return [t(`forms.file-${value.is}`)];
  }
}
