import { textLines } from './text-lines.ts';

export const routingFormats = ['solomon', 'lilim', 'vroom', 'barnraise'] as const;
export type RoutingFormat = (typeof routingFormats)[number];

/** The format a text seems to be written in, from its first lines; null when it looks like none of them. */
export function guessFormat(text: string): RoutingFormat | null {
  const head = text
    .slice(0, 2000)
    .replace(/^\uFEFF/, '')
    .trimStart();
  // Only a problem of our own has places and profiles; they may stand anywhere in the file.
  if (head.startsWith('{')) return /"(?:profiles|places)"\s*:/.test(text) ? 'barnraise' : 'vroom';
  const [first, second] = textLines(head);
  const isNumbers = (line: string | undefined, count: number) =>
    line !== undefined &&
    line.split(/\s+/).length === count &&
    line.split(/\s+/).every((word) => !Number.isNaN(Number(word)));
  if (isNumbers(first?.text, 3) && (second === undefined || isNumbers(second.text, 9))) return 'lilim';
  return second?.text.toUpperCase() === 'VEHICLE' ? 'solomon' : null;
}
