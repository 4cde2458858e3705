// Writes docs/kinds.md from the catalog: `node tests/papers/kinds-page.ts`. A test fails when the page is out of date.
import { writeFileSync } from 'node:fs';
import { catalog } from '@barnraise/kernel/catalog/catalog.ts';
import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import { starterSets, starterTicks } from '@barnraise/kernel/catalog/starter-sets.ts';
import { kindNatures, kindThemes, type LeaseRule } from '@barnraise/kernel/kind.ts';
import type { BaseUnit, EntryUnit } from '@barnraise/kernel/unit.ts';

/** Where the page lies, seen from the root of the project. */
export const kindsPagePath = 'docs/kinds.md';

const intro = `# The built-in kinds

What can be asked for and offered, with a code that is the same in every group and on every server. A group starts with
the kinds that follow from what it already does, switches others on as it needs them, and adds its own (their codes begin
with \`own.\`). This page is written by \`node tests/papers/kinds-page.ts\` from \`kernel/src/catalog\`; a test fails when it
is out of date.

- **Units**: the unit people type first; the figure in parentheses is its size in the base unit, exactly.
- **Fresh for**: after that a fact about it is shown as old.
- **Starts within**: an accepted commitment that has not started by then lapses and the need is open again.
- **Heed**: how help of this kind is given. **Ask**: facts the form asks for.
- ⚕ marks what a life or a person's health can hang on; ↩ what is lent and comes back; ▤ goods counted by lot, because they
  expire or can be recalled.

No kind carries a code of a public classification yet: only codes checked against their source may be added.
`;

/** The whole page as Markdown: how to read it, the kinds by nature and theme, and the starter sets. */
export function kindsPage(): string {
  const natures = kindNatures.flatMap((nature) => {
    const kinds = catalog.filter((kind) => kind.nature === nature);
    return kinds.length === 0 ? [] : [`## ${capital(nature)} (${kinds.length})`, ...themeTables(kinds)];
  });
  const parts = [`${intro}\n${catalog.length} kinds, each in English and Spanish.`, ...natures, starterTable()];
  return `${parts.join('\n\n')}\n`;
}

function themeTables(kinds: readonly CatalogKind[]): readonly string[] {
  return kindThemes.flatMap((theme) => {
    const rows = kinds.filter((kind) => kind.theme === theme).map(kindRow);
    if (rows.length === 0) return [];
    const head = row(['code', 'English', 'Spanish', 'units', 'fresh for', 'starts within', 'heed', 'ask']);
    return [`### ${capital(theme.replaceAll('-', ' '))}`, [head, row(Array(8).fill('---')), ...rows].join('\n')];
  });
}

function kindRow(kind: CatalogKind): string {
  const marks = `${kind.vital ? ' ⚕' : ''}${kind.returns ? ' ↩' : ''}${kind.lots ? ' ▤' : ''}`;
  return row([
    `\`${kind.code}\`${marks}`,
    kind.names.en.name,
    kind.names.es.name,
    kind.entryUnits.map((unit) => unitText(unit, kind.baseUnit)).join(', '),
    span(kind.freshnessMinutes),
    leaseText(kind.lease),
    kind.precautions.join(', '),
    kind.mustKnow.join(', '),
  ]);
}

function unitText(unit: EntryUnit, base: BaseUnit): string {
  if (unit.numerator === unit.denominator) return unit.code;
  const size = unit.denominator === 1 ? String(unit.numerator) : String(unit.numerator / unit.denominator);
  return `${unit.code} (${size}${base === 'each' ? '' : ` ${base}`})`;
}

function leaseText(lease: LeaseRule): string {
  return lease.kind === 'after-accept' ? span(lease.minutes) : `its date and ${span(lease.graceMinutes)}`;
}

function span(minutes: number): string {
  if (minutes % 1440 === 0) return minutes === 1440 ? '24 h' : `${minutes / 1440} days`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
}

function starterTable(): string {
  const rows = starterTicks.map((tick) => row([tick, starterSets[tick].map((code) => `\`${code}\``).join(' ')]));
  return [
    '## What a group starts with',
    [row(['what it already does', 'kinds']), row(['---', '---']), ...rows].join('\n'),
  ].join('\n\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

if (import.meta.main) writeFileSync(kindsPagePath, kindsPage());
