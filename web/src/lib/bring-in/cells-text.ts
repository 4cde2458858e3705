const charactersShown = 300;

/** A row of a sheet on one line, as far as it says something. */
export function cellsText(cells: readonly string[]): string {
  const text = cells.filter((cell) => cell.trim() !== '').join(' · ');
  return text.length > charactersShown ? `${text.slice(0, charactersShown)}…` : text;
}
