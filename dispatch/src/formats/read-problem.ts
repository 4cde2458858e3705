import type { Problem } from '../problem.ts';
import { readBarnraise } from './barnraise.ts';
import { refuse } from './format-defect.ts';
import type { Read } from './format-defect.ts';
import { guessFormat } from './guess-format.ts';
import type { RoutingFormat } from './guess-format.ts';
import { liLimProblem, readLiLim } from './li-lim.ts';
import { readSolomon, solomonProblem } from './solomon.ts';
import { readVroom } from './vroom.ts';

export interface ProblemFile {
  readonly format: RoutingFormat;
  readonly problem: Problem;
}

/** Reads a problem in any of the formats; without `format` it is guessed from the text. */
export function readProblem(text: string, format?: RoutingFormat): Read<ProblemFile> {
  const chosen = format ?? guessFormat(text);
  if (chosen === null) return refuse({ code: 'format-unknown' });
  const read = readAs(text, chosen);
  return read.ok ? { ok: true, value: { format: chosen, problem: read.value } } : read;
}

function readAs(text: string, format: RoutingFormat): Read<Problem> {
  switch (format) {
    case 'solomon': {
      const file = readSolomon(text);
      return file.ok ? { ok: true, value: solomonProblem(file.value) } : file;
    }
    case 'lilim': {
      const file = readLiLim(text);
      return file.ok ? { ok: true, value: liLimProblem(file.value) } : file;
    }
    case 'vroom':
      return readVroom(text);
    case 'barnraise':
      return readBarnraise(text);
  }
}
