import { emptyForm, type FormDefinition, type FormPurpose } from '@barnraise/kernel/form/definition.ts';
import { editForm } from '@barnraise/kernel/form/edit-form.ts';
import type { FormEdit, QuestionChange } from '@barnraise/kernel/form/form-edit.ts';
import type { QuestionSort, Wording } from '@barnraise/kernel/form/question.ts';

import { isLocale } from '../words/locale.ts';
import { type MessageKey, wordsFor } from '../words/words.ts';

type StarterKey = Extract<MessageKey, `forms.starter${string}`>;
type Start = readonly [sort: QuestionSort, label: StarterKey, change: QuestionChange];

const name: Start = ['short-text', 'forms.starterName', { fills: 'name' }];
const phone: Start = ['phone', 'forms.starterPhone', { fills: 'phone' }];
const mail: Start = ['mail', 'forms.starterMail', { fills: 'mail' }];

const starts: Readonly<Record<FormPurpose, readonly Start[]>> = {
  ask: [
    ['kinds', 'forms.starterNeeds', { fills: 'needs' }],
    ['long-text', 'forms.starterWords', { fills: 'words' }],
    name,
    phone,
    ['place', 'forms.starterAddress', { fills: 'address' }],
  ],
  offer: [
    ['kinds', 'forms.starterGives', { fills: 'needs' }],
    ['long-text', 'forms.starterWords', { fills: 'words' }],
    name,
    phone,
    mail,
  ],
  other: [name, phone],
};

/** As many as fit on two screens of a phone; the group ticks others. */
const starterKinds = 10;

/** A form to begin with, so that nobody has to begin with nothing: the questions that its purpose needs, in each language. */
export function starterForm(
  purpose: FormPurpose,
  title: string,
  languages: readonly string[],
  kinds: readonly string[],
): FormDefinition {
  const [main = 'en'] = languages;
  const inAll = (key: StarterKey): Wording => {
    const said = languages.filter(isLocale).map((locale) => [locale, wordsFor(locale)(key)]);
    // Everything is written in the first language, even one that the program does not speak.
    return { [main]: wordsFor('en')(key), ...Object.fromEntries(said) };
  };
  const edits: readonly FormEdit[] = [
    { do: 'word-form', title: { [main]: title } },
    ...starts[purpose].map(([sort, label, change]): FormEdit => ({
      do: 'add-question',
      sort,
      label: inAll(label),
      change: sort === 'kinds' ? { ...change, kinds: kinds.slice(0, starterKinds) } : change,
    })),
  ];
  const made = editForm(emptyForm(languages), edits);
  if (!made.ok) throw new Error(`The starter form is wrong: ${made.refusal.code}`);
  return made.value;
}
