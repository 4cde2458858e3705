/** A language under its own name: "es" → "español". A tag that nobody knows stays as it is. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** What somebody may choose as their language: those of the group, and the one they are reading. */
export function languageChoices(
  spoken: readonly string[],
  reading: string,
): readonly { readonly value: string; readonly label: string }[] {
  return [...new Set([...spoken, reading])].map((language) => ({ value: language, label: languageName(language) }));
}
