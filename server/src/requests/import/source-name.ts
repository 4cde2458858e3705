import { normalText } from '@barnraise/kernel/normal-text.ts';

const lettersMax = 60;

/**
 * The name by which a list is known again, as a mapping takes it: letters, figures and dashes of what it was called, else of
 * its file's name. Empty where neither has any.
 */
export function sourceName(called: string, fileName: string): string {
  const named = called === '' ? fileName.replace(/\.[^.]*$/, '') : called;
  return normalText(named)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, lettersMax);
}
