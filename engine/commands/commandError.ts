/** The exit codes of the CLI that scripts tell apart. */
export const exitCodes = { error: 1, configuration: 2, stackNotFound: 6, unexpectedChanges: 7 } as const;

/** Ends the command with a message and an exit code. */
export class CommandError extends Error {
  readonly exitCode: number;

  /** @param message empty when what is to be said has been said. */
  constructor(message: string, exitCode: number = exitCodes.error) {
    super(message);
    this.exitCode = exitCode;
  }
}
