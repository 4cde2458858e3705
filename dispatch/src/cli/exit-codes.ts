/** What the command line says when it ends. */
export const exitCodes = {
  /** A feasible plan; look at `unassigned` for jobs it had to leave out. */
  ok: 0,
  /** The plan breaks a rule. */
  infeasible: 1,
  /** The words on the command line make no sense. */
  usage: 2,
  /** A file cannot be read, or says what cannot be. */
  badFile: 3,
  /** A defect of this program. */
  internal: 4,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends a command with a sentence on standard error. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly exitCode: ExitCode;
  constructor(exitCode: ExitCode, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}
