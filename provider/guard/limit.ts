/** How much of a kind a run may take away. */
export interface Limit {
  /** The share of all resources of a kind, in percent. */
  readonly percent: number;
  /** So many are allowed whatever their share. */
  readonly atLeast: number;
}

/** The limit that holds when none is said. */
export const defaultLimit: Limit = { percent: 20, atLeast: 5 };
