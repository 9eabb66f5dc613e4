import type { GroupIdClient } from "./client.ts";

/** The identity store that a function is asked about: the one it names, or that of the connection. */
export function storeIdOf({ identityStoreId }: GroupIdClient, given: string | undefined): string {
  const id = given ?? identityStoreId;
  if (id === undefined) {
    throw new Error("identityStoreId: is required where the connection names no identity store");
  }
  return id;
}
