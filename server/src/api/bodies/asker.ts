import { parseMail, parsePhone } from '@barnraise/kernel/contact.ts';
import { z } from 'zod';

import type { Asker } from '../../requests/new-request.ts';
import { safeAnswers } from '../../requests/request-fields.ts';
import { textIn } from '../fields.ts';
import type { WrongField } from '../problem.ts';

/** Somebody, as far as they said who they are. Nothing of it has to be given. */
export const askerBody = z.strictObject({
  name: textIn(120).default(''),
  phone: textIn(40).default('').describe('As people write it in the country of the group, or with `+`.'),
  mail: textIn(254).default(''),
  safeToText: z.enum(safeAnswers).default('not-asked'),
  safeToLeaveMessage: z.enum(safeAnswers).default('not-asked'),
});

export const nobody: Asker = {
  name: '',
  phone: '',
  mail: '',
  safeToText: 'not-asked',
  safeToLeaveMessage: 'not-asked',
};

/** What a form finds wrong with phone and mail, too. */
export function checkAsker({ phone, mail }: Asker, country: string, at: string, wrong: WrongField[]): void {
  if (phone !== '' && parsePhone(phone, country) === undefined) wrong.push({ at: `${at}.phone`, code: 'not-a-phone' });
  if (mail !== '' && parseMail(mail) === undefined) wrong.push({ at: `${at}.mail`, code: 'not-a-mail' });
}
