/**
 * Country calling codes (ITU-T E.164) and the trunk prefix dialed inside the country, for the countries a phone number
 * may be written in without one. Others must be written with their code.
 */
const dialing: Readonly<Record<string, { readonly code: string; readonly trunk: string; readonly length?: number }>> = {
  US: { code: '1', trunk: '1', length: 10 },
  CA: { code: '1', trunk: '1', length: 10 },
  PR: { code: '1', trunk: '1', length: 10 },
  DO: { code: '1', trunk: '1', length: 10 },
  MX: { code: '52', trunk: '01', length: 10 },
  GT: { code: '502', trunk: '', length: 8 },
  CO: { code: '57', trunk: '0', length: 10 },
  AR: { code: '54', trunk: '0' },
  CL: { code: '56', trunk: '0', length: 9 },
  PE: { code: '51', trunk: '0' },
  ES: { code: '34', trunk: '', length: 9 },
  GB: { code: '44', trunk: '0' },
  IE: { code: '353', trunk: '0' },
  FR: { code: '33', trunk: '0' },
  DE: { code: '49', trunk: '0' },
  AU: { code: '61', trunk: '0' },
  NZ: { code: '64', trunk: '0' },
};

/**
 * A phone number as digits with its country code and no plus ("13045550142"), so that two ways of writing one number are
 * one. Undefined for what cannot be a number. `country` is ISO 3166-1 alpha-2 and says where a number without a code is.
 */
export function normalPhone(text: string, country: string): string | undefined {
  const written = text.normalize('NFKC').replace(/(?:ext|x|#)\.?\s*\d+$/i, '');
  const digits = written.replace(/\D/g, '');
  if (/[a-z]/i.test(written) || digits.length < 5 || digits.length > 17) return undefined;
  if (/^\s*\+/.test(written)) return withinE164(digits);
  if (digits.startsWith('00')) return withinE164(digits.slice(2));
  const rule = dialing[country];
  if (!rule) return withinE164(digits);
  const { code, trunk, length } = rule;
  if (length !== undefined && digits.length === length) return code + digits;
  if (trunk !== '' && digits.startsWith(trunk)) return withinE164(code + digits.slice(trunk.length));
  if (length !== undefined && digits.length === length + code.length && digits.startsWith(code)) return digits;
  return withinE164(code + digits);
}

/** E.164 allows at most 15 digits. */
function withinE164(digits: string): string | undefined {
  return digits.length >= 7 && digits.length <= 15 ? digits : undefined;
}
