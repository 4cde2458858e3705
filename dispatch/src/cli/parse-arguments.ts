import { routingFormats } from '../formats/index.ts';
import type { RoutingFormat } from '../formats/index.ts';
import { CommandError, exitCodes } from './exit-codes.ts';

export interface CommandOptions {
  readonly format?: RoutingFormat;
  readonly seconds?: number;
  readonly iterations?: number;
  readonly seed?: number;
  readonly threads?: number;
  readonly objective?: 'distance' | 'vehicles';
  readonly vehicles?: number;
  readonly plan?: string;
  readonly json?: boolean;
}

export type Command =
  | { readonly verb: 'solve' | 'bench'; readonly file: string; readonly options: CommandOptions }
  | { readonly verb: 'check'; readonly file: string; readonly plan: string; readonly options: CommandOptions }
  | { readonly verb: 'help' | 'version' };

interface Limits {
  readonly least: number;
  readonly isWhole: boolean;
}

const numbers: Readonly<Record<string, Limits>> = {
  seconds: { least: 0.001, isWhole: false },
  iterations: { least: 1, isWhole: true },
  seed: { least: 0, isWhole: true },
  threads: { least: 1, isWhole: true },
  vehicles: { least: 1, isWhole: true },
};
const words: Readonly<Record<string, readonly string[]>> = {
  format: routingFormats,
  objective: ['distance', 'vehicles'],
};
const allowed = {
  solve: ['format', 'seconds', 'iterations', 'seed', 'threads', 'objective', 'vehicles', 'plan', 'json'],
  bench: ['format', 'seconds', 'iterations', 'seed', 'threads', 'objective', 'vehicles', 'json'],
  check: ['format', 'vehicles', 'json'],
};

function wrong(message: string): CommandError {
  return new CommandError(exitCodes.usage, `${message} (--help tells more)`);
}

/** What the words of the command line ask for. Options may stand anywhere, as `--name value` or `--name=value`. */
export function parseArguments(args: readonly string[]): Command {
  if (args.includes('--help') || args.includes('-h') || args[0] === 'help') return { verb: 'help' };
  if (args.includes('--version')) return { verb: 'version' };
  const [verb, ...rest] = args;
  if (verb !== 'solve' && verb !== 'check' && verb !== 'bench') {
    throw wrong(verb === undefined ? 'say solve, check or bench' : `there is no command "${verb}"`);
  }
  const { operands, options } = readOptions(rest, allowed[verb], verb);
  const expected = verb === 'check' ? ['FILE', 'PLAN'] : [verb === 'bench' ? 'DIR' : 'FILE'];
  if (operands.length !== expected.length) throw wrong(`${verb} needs ${expected.join(' and ')}`);
  const [file = '', plan = ''] = operands;
  return verb === 'check' ? { verb, file, plan, options } : { verb, file, options };
}

function readOptions(args: readonly string[], names: readonly string[], verb: string) {
  const operands: string[] = [];
  const options: Record<string, string | number | boolean> = {};
  for (let position = 0; position < args.length; position++) {
    const word = args[position]!;
    if (!word.startsWith('--')) {
      operands.push(word);
      continue;
    }
    const [name, inline] = splitOnce(word.slice(2), '=');
    if (!names.includes(name)) throw wrong(`${verb} has no option --${name}`);
    if (name === 'json') {
      if (inline !== undefined) throw wrong('--json takes no value');
      options[name] = true;
      continue;
    }
    const value = inline ?? args[++position];
    if (value === undefined) throw wrong(`--${name} needs a value`);
    options[name] = valueOf(name, value);
  }
  return { operands, options: options as CommandOptions };
}

function splitOnce(word: string, by: string): [string, string?] {
  const at = word.indexOf(by);
  return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}

function valueOf(name: string, text: string): string | number {
  const choices = words[name];
  if (choices && !choices.includes(text)) throw wrong(`--${name} is one of ${choices.join(', ')}, not "${text}"`);
  const limits = numbers[name];
  if (!limits) return text;
  const value = Number(text);
  if (
    text.trim() === '' ||
    !Number.isFinite(value) ||
    value < limits.least ||
    (limits.isWhole && !Number.isInteger(value))
  ) {
    const kind = limits.isWhole ? 'a whole number' : 'a number';
    throw wrong(`--${name} is ${kind} of at least ${limits.least}, not "${text}"`);
  }
  return value;
}
