import type { ContactWay } from '@barnraise/kernel/contact-attempt.ts';
import { callLink, mailLink, parseMail, parsePhone, textLink, whatsAppLink } from '@barnraise/kernel/contact.ts';
import type { DayItem } from '@barnraise/server/requests/day-item.ts';
import { chooseLocale } from '@barnraise/server/words/locale.ts';
import { wordsFor } from '@barnraise/server/words/words.ts';

/** The address that opens the phone's own app, with the words filled in in the neighbor's language, not the helper's. */
export function contactLink(
  { group }: Pick<App.Locals, 'group'>,
  item: Pick<DayItem, 'language' | 'requestCode' | 'whereTo'>,
  way: ContactWay,
): string | undefined {
  const t = wordsFor(chooseLocale({ asked: item.language, remembered: undefined, accepted: null }));
  const text = t('commitment.textPlain', { group: group.name, code: item.requestCode });
  if (way === 'mail') {
    const mail = parseMail(item.whereTo.mail ?? '');
    return mail && mailLink(mail, t('commitment.forCode', { code: item.requestCode }), text);
  }
  const phone = parsePhone(item.whereTo.phone ?? '', group.country);
  if (phone === undefined) return undefined;
  switch (way) {
    case 'call':
      return callLink(phone);
    case 'text':
      return textLink(phone, text);
    case 'whatsapp':
      return whatsAppLink(phone, text);
    case 'visit':
    case 'other':
      return undefined;
  }
}
