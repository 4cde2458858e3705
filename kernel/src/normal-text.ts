/** Letters that Unicode does not take apart but people type as plain ones. */
const plainLetters: { readonly [Letter in string]?: string } = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/**
 * Text as it is compared: compatibility forms and marks taken off (NFKD), lower case, apostrophes gone ("can't" is
 * "cant"), everything that is no letter or digit a single space. Not for showing.
 */
export function normalText(text: string): string {
  const lower = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’‘`´]/gu, '');
  return lower
    .replace(/[ßæœøđðłþı]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
