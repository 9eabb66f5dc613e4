import type { AttributeValue } from "./api/directoryObject.ts";
import type { Collection } from "./collection.ts";
import { accountNames, canonicalIdentity, dnOf, formOf, identitiesOf, sameIdentity } from "./identity.ts";

/** What an identity names: every name of the object that is known. */
type Names = readonly string[];

/**
 * The names of the objects of an identity store. Who writes a member or an owner may give a GUID, a DN or an account
 * name; the system shows them in a form of its own. Where the two can be told to be the same, no call is needed.
 */
export class Identities {
  readonly #collections: readonly Collection[];
  readonly #resolved = new Map<string, Promise<Names>>();

  /** @param collections where objects are looked for, one after the other. */
  constructor(collections: readonly Collection[]) {
    this.#collections = collections;
  }

  /** Identities as the system shows them, in the form that they are written in where they are written. */
  async asWritten(values: readonly AttributeValue[], written: readonly string[]): Promise<string[]> {
    const matches = await this.#matches(values, written);
    const form = formOf(written[0] ?? "");
    return values.map((value, index) => {
      const match = matches.get(index);
      return match ?? identitiesOf(value).find((name) => formOf(name) === form) ?? value.value;
    });
  }

  /** What to add and what to remove so that the values are those that are wanted. */
  async difference(
    values: readonly AttributeValue[],
    wanted: readonly string[],
  ): Promise<{ readonly missing: string[]; readonly surplus: AttributeValue[] }> {
    const matches = await this.#matches(values, wanted);
    const matched = new Set(matches.values());
    return {
      missing: wanted.filter((identity) => !matched.has(identity)),
      surplus: values.filter((_, index) => !matches.has(index)),
    };
  }

  /** The written identity that each value is, by the value's place. */
  async #matches(values: readonly AttributeValue[], written: readonly string[]): Promise<Map<number, string>> {
    const matches = new Map<number, string>();
    const place = new Map(
      values.flatMap((value, index) => identitiesOf(value).map((name) => [canonicalIdentity(name), index] as const)),
    );
    const open: string[] = [];
    for (const identity of written) {
      const index = place.get(canonicalIdentity(identity));
      if (index === undefined) {
        open.push(identity);
      } else {
        matches.set(index, identity);
      }
    }
    const unmatched = values.filter((_, index) => !matches.has(index));
    // A GUID beside another GUID is another object; a GUID beside a DN may be the same.
    const undecided = open.filter((identity) =>
      unmatched.some((value) => identitiesOf(value).every((name) => formOf(name) !== formOf(identity))),
    );
    await Promise.all(
      undecided.map(async (identity) => {
        const index = (await this.#names(identity))
          .map((name) => place.get(canonicalIdentity(name)))
          .find((candidate) => candidate !== undefined);
        if (index !== undefined) {
          matches.set(index, identity);
        }
      }),
    );
    return matches;
  }

  /** All names of what an identity names; none where nothing is found. */
  #names(identity: string): Promise<Names> {
    const key = canonicalIdentity(identity);
    let names = this.#resolved.get(key);
    if (names === undefined) {
      names = this.#resolve(identity);
      this.#resolved.set(key, names);
      names.catch(() => this.#resolved.delete(key));
    }
    return names;
  }

  async #resolve(identity: string): Promise<Names> {
    for (const collection of this.#collections) {
      const object = await collection.lookUp(identity, formOf(identity) === "name" ? accountNames : []);
      if (object !== undefined) {
        const names = [object.objectId, dnOf(object)].filter((name) => name !== undefined);
        return names.some((name) => sameIdentity(name, identity)) ? names : [...names, identity];
      }
    }
    return [];
  }
}
