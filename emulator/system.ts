import type { AuthenticatedRequest } from "./answer.ts";
import type { Endpoint, EndpointAnswer } from "./endpoint.ts";

/** What someone changes behind the back of everybody who uses the system's API. */
export interface Change {
  readonly system: string;
  /** The domain or tenant; it is made if there is none. */
  readonly scope: string;
  /** The object; a new ID is given out when it is absent. */
  readonly id?: string | undefined;
  /** Fields to set, under the names of the wire; `null` clears one. The object is made if it does not exist. */
  readonly set?: Readonly<Record<string, unknown>> | undefined;
  readonly remove?: boolean | undefined;
}

/** All objects of a system, by scope and ID, under the names of the wire. */
export type Objects = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

/** One emulated system: its calls, and its objects. */
export interface EmulatedSystem {
  readonly name: string;
  readonly endpoints: readonly Endpoint[];
  /** Base paths, below `/<system>`, that lead to the endpoints. */
  readonly bases: readonly RegExp[];
  /** How it behaves where its document leaves that open. */
  readonly behaviour: Readonly<Record<string, unknown>>;
  /** The settings of `groupware:connections` that reach it, given the emulator's URL. */
  connection(url: string): Record<string, unknown>;
  /** Whether a request shows who it is. */
  isAuthenticated(request: AuthenticatedRequest): boolean;
  /** What is wrong with a request that does not, where the system has words of its own for it. */
  unauthenticated?(headers: Readonly<Record<string, string | string[] | undefined>>): string | undefined;
  /** Where a path that has no call redirects to (301), if anywhere. */
  redirect?(path: string): string | undefined;
  /** Ends all sessions, so that every caller must sign in again. */
  expireSessions(): void;
  /** The system's envelope for an error. */
  refuse(status: number, words: string): EndpointAnswer;
  /** Changes some of the behaviour. Throws for a name or a value that it does not have. */
  behave(behaviour: Readonly<Record<string, unknown>>): void;
  /** Answers with the ID. Throws for a field that no object has. */
  change(change: Change): string;
  objects(): Objects;
}

/** The system of that name; throws for any other. */
export function systemNamed(systems: readonly EmulatedSystem[], name: string): EmulatedSystem {
  const system = systems.find((candidate) => candidate.name === name);
  if (system === undefined) {
    throw new Error(
      `the emulator has no system ${JSON.stringify(name)}; it has ${systems.map((known) => known.name).join(", ")}`,
    );
  }
  return system;
}
