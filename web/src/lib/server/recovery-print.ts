import { qrCode } from '@barnraise/server/people/qr-code.ts';
import type { Words } from '@barnraise/server/words/words.ts';
import type { RecoverySheet } from '@barnraise/server/people/recovery-sheet.ts';

/** A recovery sheet as it is printed. It is in one answer and nowhere else. */
export async function recoveryPrint(
  url: URL,
  t: Words,
  sheet: RecoverySheet,
  group: { readonly name: string; readonly slug: string },
) {
  const { origin } = url;
  return {
    name: group.name,
    slug: group.slug,
    groupAddress: `${origin}/${group.slug}`,
    signInAddress: `${origin}/sign-in`,
    codes: sheet.codes,
    qr: await qrCode(`${origin}/sign-in/link/${sheet.linkToken}`),
    madeOn: new Intl.DateTimeFormat(t.locale, { dateStyle: 'long' }).format(Date.now()),
  };
}
