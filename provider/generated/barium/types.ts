// Written from the definitions by `npm run generate`. Do not edit.

/** A group as Barium Live shows it. */
export interface GroupResult {
  /** The ID that Barium Live gave to the group. */
  groupId: string;
  /** The key of the group. */
  key?: string | undefined;
  /** The name that users see. */
  name?: string | undefined;
  /** The ID of the group above; absent for a root. */
  parentId?: string | undefined;
  /** The ID of the group in Barium Live's access rights. */
  securityId?: string | undefined;
  /** The system that the group comes from. */
  origin?: string | undefined;
  /** The key of the group in the system that it comes from. */
  originKey?: string | undefined;
}
