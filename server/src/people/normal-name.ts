/** A name or address without what people write differently: case, accents, punctuation, spaces. "José  O'Neil" → "jose oneil". */
export function normalName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’ʼ`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** At most this many words of one name are looked up; longer texts are not names. */
const wordsMax = 12;

/** The different words of a name, each of which finds the person. */
export function nameWords(text: string): readonly string[] {
  const words = normalName(text).split(' ');
  return [...new Set(words.filter((word) => word.length > 1))].slice(0, wordsMax);
}
