/** How the commands end. Where the Pulumi CLI has a code for the same thing, it is the CLI's. */
export const exitCodes = {
  /** Something failed: nothing can be concluded. */
  failure: 1,
  /** The answer is no: the guard's limit is exceeded, manifests have mistakes. */
  refused: 2,
  /** There is drift; the CLI's code of `--expect-no-changes`. */
  drift: 7,
} as const;
