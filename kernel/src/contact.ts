/** A telephone number in E.164: plus, country code, number, at most 15 digits. */
export type PhoneNumber = string & { readonly __phone: true };

/** A mail address, the domain in lower case. */
export type MailAddress = string & { readonly __mail: true };

/**
 * Calling codes and the prefix that is dialed before a number inside the country (ITU-T E.164 and E.164.1 lists), for
 * countries in which a group may write numbers without a plus.
 */
export const dialing: {
  readonly [country: string]: { readonly code: string; readonly trunk: string; readonly lengths: readonly number[] };
} = {
  US: { code: '1', trunk: '1', lengths: [10] },
  CA: { code: '1', trunk: '1', lengths: [10] },
  PR: { code: '1', trunk: '1', lengths: [10] },
  MX: { code: '52', trunk: '', lengths: [10] },
  GB: { code: '44', trunk: '0', lengths: [9, 10] },
  IE: { code: '353', trunk: '0', lengths: [7, 8, 9] },
  AU: { code: '61', trunk: '0', lengths: [9] },
  NZ: { code: '64', trunk: '0', lengths: [8, 9, 10] },
  ES: { code: '34', trunk: '', lengths: [9] },
  FR: { code: '33', trunk: '0', lengths: [9] },
  DE: { code: '49', trunk: '0', lengths: [6, 7, 8, 9, 10, 11] },
  IT: { code: '39', trunk: '', lengths: [6, 7, 8, 9, 10, 11] },
  PT: { code: '351', trunk: '', lengths: [9] },
  NL: { code: '31', trunk: '0', lengths: [9] },
  HT: { code: '509', trunk: '', lengths: [8] },
  GT: { code: '502', trunk: '', lengths: [8] },
  CO: { code: '57', trunk: '', lengths: [10] },
  IN: { code: '91', trunk: '0', lengths: [10] },
  PH: { code: '63', trunk: '0', lengths: [9, 10] },
};

/** Countries whose national way of writing numbers is known. */
export const dialingCountries: readonly string[] = Object.keys(dialing);

/**
 * A number as people write it, in E.164, or undefined. "+" and "00" (and 011 in North America) begin an international
 * number; everything else is one of `country`. Letters after the number ("ext 4", "x4") are refused rather than lost.
 */
export function parsePhone(text: string, country: string): PhoneNumber | undefined {
  const typed = text.normalize('NFKC').trim().replace(/^tel:/i, '');
  if (!/^\+?[\d\s().\-/‐-―]+$/.test(typed)) return undefined;
  const plan = dialing[country.toUpperCase()];
  const digits = typed.replace(/\D/g, '');
  if (typed.startsWith('+')) return international(digits);
  if (plan?.code === '1' && digits.startsWith('011')) return international(digits.slice(3));
  if (plan?.code !== '1' && digits.startsWith('00')) return international(digits.slice(2));
  return plan && national(digits, plan);
}

function international(digits: string): PhoneNumber | undefined {
  if (!/^[1-9]\d{6,14}$/.test(digits)) return undefined;
  // The North American plan has ten digits, of which the first and the fourth are 2 to 9.
  if (digits.startsWith('1') && !/^1[2-9]\d{2}[2-9]\d{6}$/.test(digits)) return undefined;
  return `+${digits}` as PhoneNumber;
}

function national(
  digits: string,
  plan: { readonly code: string; readonly trunk: string; readonly lengths: readonly number[] },
): PhoneNumber | undefined {
  const number = plan.trunk !== '' && digits.startsWith(plan.trunk) ? digits.slice(plan.trunk.length) : digits;
  return plan.lengths.includes(number.length) ? international(plan.code + number) : undefined;
}

/** A mail address, or undefined. Not all that RFC 5321 allows, but all that people have; the domain is lower-cased. */
export function parseMail(text: string): MailAddress | undefined {
  const typed = text
    .normalize('NFKC')
    .trim()
    .replace(/^mailto:/i, '');
  if (typed.length > 254) return undefined;
  const match =
    /^([^\s@"(),:;<>[\\\]]{1,64})@((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}{2,63})$/u.exec(typed);
  const [, local = '', domain = ''] = match ?? [];
  if (!match || local.startsWith('.') || local.endsWith('.') || local.includes('..')) return undefined;
  return `${local}@${domain.toLowerCase()}` as MailAddress;
}

/** What two spellings of one mailbox have in common, for finding it again: hardly any server minds upper case. */
export function mailKey(mail: MailAddress): string {
  return mail.toLowerCase();
}

/** Opens the phone's own app. The text is what is filled in; nothing is sent before the person presses send. */
export function callLink(phone: PhoneNumber): `tel:${string}` {
  return `tel:${phone}`;
}

/** `?body=` is RFC 5724's `sms:` with the field both Android and iPhone read. */
export function textLink(phone: PhoneNumber, text: string): string {
  return `sms:${phone}?body=${encodeURIComponent(text)}`;
}

/** WhatsApp's own address form: digits only, no plus. It opens the app; a phone without it shows a page of theirs. */
export function whatsAppLink(phone: PhoneNumber, text: string): string {
  return `https://wa.me/${phone.slice(1)}?text=${encodeURIComponent(text)}`;
}

export function mailLink(mail: MailAddress, subject: string, text: string): string {
  const [local = '', domain = ''] = mail.split('@');
  return `mailto:${encodeURIComponent(local)}@${domain}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
}

/** A number with all but its last two digits hidden, for logs and for "is this still your number?". */
export function maskPhone(phone: PhoneNumber): string {
  return `${'•'.repeat(phone.length - 3)}${phone.slice(-2)}`;
}
