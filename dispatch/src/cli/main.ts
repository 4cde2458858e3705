import { readFileSync } from 'node:fs';

import { benchCommand } from './bench-command.ts';
import { checkCommand } from './check-command.ts';
import { CommandError, exitCodes } from './exit-codes.ts';
import type { ExitCode } from './exit-codes.ts';
import { parseArguments } from './parse-arguments.ts';
import type { Command } from './parse-arguments.ts';
import { solveCommand } from './solve-command.ts';
import { processTerminal } from './terminal.ts';
import type { Terminal } from './terminal.ts';
import { usage } from './usage.ts';

/** Runs one command line and leaves its exit code with the process. */
export async function main(args: readonly string[]): Promise<void> {
  process.exitCode = await runCommand(args, processTerminal());
}

/** Runs one command line. Never throws: what goes wrong is said on standard error and in the exit code. */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await dispatch(parseArguments(args), terminal);
  } catch (error) {
    if (error instanceof CommandError) {
      terminal.err(`${error.message}\n`);
      return error.exitCode;
    }
    terminal.err(`This is a defect of barnraise-dispatch: ${error instanceof Error ? error.stack : String(error)}\n`);
    return exitCodes.internal;
  }
}

async function dispatch(command: Command, terminal: Terminal): Promise<ExitCode> {
  switch (command.verb) {
    case 'help':
      terminal.out(usage);
      return exitCodes.ok;
    case 'version':
      terminal.out(`${versionOf()}\n`);
      return exitCodes.ok;
    case 'solve':
      return solveCommand(command.file, command.options, terminal);
    case 'check':
      return checkCommand(command.file, command.plan, command.options, terminal);
    case 'bench':
      return benchCommand(command.file, command.options, terminal);
  }
}

function versionOf(): string {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    readonly version: string;
  };
  return manifest.version;
}
