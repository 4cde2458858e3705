#!/usr/bin/env node
import { type Command, UsageError } from './command.ts';

/** Loaded only when it is asked for: half of them would pull in the whole program. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  worker: async () => (await import('./worker.ts')).worker,
  migrate: async () => (await import('./migrate.ts')).migrateCommand,
  demo: async () => (await import('./demo.ts')).demo,
  import: async () => (await import('./import.ts')).importCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  doctor: async () => (await import('./doctor.ts')).doctor,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  'recover-steward': async () => (await import('./recover-steward.ts')).recoverStewardCommand,
  bounce: async () => (await import('./bounce.ts')).bounce,
  verify: async () => (await import('./verify.ts')).verify,
};

const widthOfUsage = 43;

process.exitCode = await runCommandLine(process.argv.slice(2));

async function runCommandLine([word = '--help', ...args]: readonly string[]): Promise<number> {
  if (['--help', '-h', 'help'].includes(word)) return showList();
  const load = commands[word];
  if (!load) {
    console.error(`There is no command "${word}". Try: barnraise --help`);
    return 2;
  }
  const command = await load();
  if (args.includes('--help') || args.includes('-h')) return showHelp(word, command);
  try {
    return await command.run(args);
  } catch (error) {
    console.error((error as Error).message);
    if (error instanceof UsageError || isOptionError(error)) console.error(`Usage: ${usageOf(word, command)}`);
    return 1;
  }
}

async function showList(): Promise<number> {
  console.log('barnraise COMMAND …\n');
  for (const [word, load] of Object.entries(commands)) {
    const command = await load();
    console.log(`  ${`${word} ${command.usage}`.padEnd(widthOfUsage)} ${command.summary}`);
  }
  console.log(
    '\nbarnraise COMMAND --help tells more about one. Settings come from the environment; see the operator’s guide.',
  );
  return 0;
}

function showHelp(word: string, command: Command): number {
  console.log([`Usage: ${usageOf(word, command)}`, '', command.summary, command.details].join('\n').trim());
  return 0;
}

function usageOf(word: string, command: Command): string {
  return `barnraise ${word} ${command.usage}`.trim();
}

/** What `parseArgs` throws for an option it does not know. */
function isOptionError(error: unknown): boolean {
  return String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
}
