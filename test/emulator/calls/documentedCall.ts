import type { RawAnswer, RawClient } from "../rawClient.ts";

/**
 * One call of each documented endpoint, by its ID in the list of all, that must succeed: it makes what it needs, and sends
 * the documented request last.
 */
export type DocumentedCalls = Readonly<Record<string, (client: RawClient) => Promise<RawAnswer>>>;
