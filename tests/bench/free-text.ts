import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { catalog } from '@barnraise/kernel/catalog/catalog.ts';
import { type NeedsScore, scoreNeeds, scoreSorts } from '@barnraise/kernel/chat/judge.ts';
import * as judgedChat from '@barnraise/kernel/chat/judged-chat.ts';
import * as judgedNeeds from '@barnraise/kernel/chat/judged-needs.ts';
import { needsInText } from '@barnraise/kernel/chat/needs-in-text.ts';
import { kindIndex } from '@barnraise/kernel/phrase/kind-index.ts';
import { parse } from 'csv-parse/sync';

import { printResult, progress, rounded } from './bench-result.ts';

const index = kindIndex(catalog);

const needs = scoreNeeds(Object.values(judgedNeeds).flat(), index);
const sorts = scoreSorts(Object.values(judgedChat).flat(), index);
const { recall, precision } = ratiosOf(needs);

printResult({
  bench: 'free-text',
  value: recall,
  baseline: null,
  ratio: null,
  target: 'recall >= 0.9, precision >= 0.85, haltsMissed 0',
  met: recall >= 0.9 && precision >= 0.85 && needs.haltsMissed.length === 0,
  parts: {
    recall,
    precision,
    texts: needs.texts,
    halts: needs.halts,
    haltsMissed: needs.haltsMissed.length,
    byPart: Object.fromEntries(
      Object.entries(judgedNeeds).map(([name, part]) => [name, ratiosOf(scoreNeeds(part, index))]),
    ),
    messages: sorts.messages,
    messagesRight: rounded(sorts.right / sorts.messages, 3),
    proposedRecall: rounded(sorts.proposedRight / (sorts.proposedRight + sorts.notProposed), 3),
    proposedPrecision: rounded(sorts.proposedRight / (sorts.proposedRight + sorts.proposedWrong), 3),
    languageRight: rounded(sorts.languageRight / sorts.messages, 3),
    realTexts: realTexts(),
  },
});

function ratiosOf({ right, missed, extra }: NeedsScore): { readonly recall: number; readonly precision: number } {
  return { recall: rounded(right / (right + missed), 3), precision: rounded(right / (right + extra), 3) };
}

/** What is found in the texts of real tables, where they lie beside the repository: numbers only, nobody has judged them. */
function realTexts(): Readonly<Record<string, unknown>> | null {
  const data = path.resolve('../shared/data');
  const files = {
    shelters: ['harvey-2017/shelters-20170830-145735.csv', ['Supply Needs', 'Volunteer needs', 'Notes']],
    reports: ['haiti-2010/reports.csv', ['INCIDENT TITLE', 'DESCRIPTION']],
  } as const;
  const found: Record<string, unknown> = {};
  for (const [name, [file, columns]] of Object.entries(files)) {
    const place = path.join(data, file);
    if (!existsSync(place)) {
      progress(`No real texts: ${file} is not beside the repository.`);
      return null;
    }
    const rows = parse(readFileSync(place, 'latin1'), { columns: true, relax_column_count: true }) as Record<
      string,
      string
    >[];
    found[name] = countIn(rows.map((row) => columns.map((column) => row[column] ?? '').join('. ')));
  }
  return found;
}

function countIn(texts: readonly string[]) {
  const read = texts.filter((text) => /\p{L}/u.test(text)).map((text) => needsInText(text, index));
  const lines = read.flatMap((one) => one.lines);
  return {
    texts: read.length,
    withNeeds: read.filter((one) => one.lines.some((line) => !line.halted)).length,
    needs: lines.filter((line) => !line.halted).length,
    halts: lines.filter((line) => line.halted).length,
    turnAllDown: read.filter((one) => one.turnsAllDown).length,
  };
}
