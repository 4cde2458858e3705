/** A name that stands alone, with a capital letter at its start: "food boxes" → "Food boxes". */
export function startUpper(name: string): string {
  return name.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
