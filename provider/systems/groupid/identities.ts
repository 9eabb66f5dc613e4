import type { AttributeValue } from "./api/directoryObject.ts";
import type { Collection } from "./collection.ts";
import { accountNames, canonicalIdentity, formOf, identitiesOf, namesOf, tellingForms } from "./identity.ts";

/** What an identity names: every name of the object that is known, itself among them. */
type Names = readonly string[];

/** How the values of an attribute and the identities that are wanted in it go together. */
export interface Difference {
  /** The wanted identities that no value is known to be. */
  readonly missing: readonly string[];
  /** The values that are wanted. */
  readonly matched: readonly AttributeValue[];
  /** The values that are surely none of the wanted identities. */
  readonly surplus: readonly AttributeValue[];
  /** The values that may be one of `missing`: the system shows nothing that tells. They must not be removed. */
  readonly undecided: readonly AttributeValue[];
}

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
    const { matches, present } = await this.#match(values, written);
    const form = formOf(written[0] ?? "");
    const shown = values.map((value, index) => {
      const match = matches.get(index);
      return match ?? identitiesOf(value).find((name) => formOf(name) === form) ?? value.value;
    });
    return [...new Set([...shown, ...present])];
  }

  /** What to add and what to remove so that the values are those that are wanted. */
  async difference(values: readonly AttributeValue[], wanted: readonly string[]): Promise<Difference> {
    const { matches, present, undecided } = await this.#match(values, wanted);
    return {
      missing: wanted.filter((identity) => !present.has(identity)),
      matched: values.filter((_, index) => matches.has(index)),
      surplus: values.filter((_, index) => !matches.has(index) && !undecided.has(index)),
      undecided: values.filter((_, index) => undecided.has(index)),
    };
  }

  async #match(values: readonly AttributeValue[], written: readonly string[]): Promise<Matching> {
    const matching = new Matching(
      new Map(values.map((value, index) => [index, identitiesOf(value)])),
      new Map(written.map((identity) => [identity, [identity]])),
    );
    if (matching.undecided.size > 0) {
      matching.learnWritten(await this.#named(matching.open));
    }
    if (matching.undecided.size > 0) {
      // What is written does not lead to what is shown; perhaps it does the other way round.
      matching.learnShown(await this.#named(matching.undecided));
    }
    return matching;
  }

  /** The same with all names of each. */
  async #named<Key>(known: ReadonlyMap<Key, Names>): Promise<Map<Key, Names>> {
    return new Map(
      await Promise.all(
        [...known].map(async ([key, names]) => {
          const all = await Promise.all(names.map((name) => this.#names(name)));
          return [key, [...names, ...all.flat()]] as const;
        }),
      ),
    );
  }

  /** All names of what an identity names; none where nothing is found. */
  #names(identity: string): Promise<Names> {
    const key = canonicalIdentity(identity);
    let names = this.#resolved.get(key);
    if (names === undefined) {
      names = this.#resolve(identity);
      this.#resolved.set(key, names);
      // What is not there may be made, or become visible, at any time.
      names.then(
        ({ length }) => length === 0 && this.#resolved.delete(key),
        () => this.#resolved.delete(key),
      );
    }
    return names;
  }

  async #resolve(identity: string): Promise<Names> {
    for (const collection of this.#collections) {
      const object = await collection.lookUp(identity, accountNames);
      if (object !== undefined) {
        return namesOf(object);
      }
    }
    return [];
  }
}

/** Which of the identities that are written are which of the values that are shown, as far as their names tell. */
class Matching {
  /** The written identity that each value is, by the value's place. */
  readonly matches = new Map<number, string>();
  /** The written identities that are among the values. */
  readonly present = new Set<string>();
  readonly #shown: Map<number, Names>;
  readonly #written: Map<string, Names>;

  constructor(shown: ReadonlyMap<number, Names>, written: ReadonlyMap<string, Names>) {
    this.#shown = new Map(shown);
    this.#written = new Map(written);
    this.#match();
  }

  /** Values that may be one of the written identities, and are not known to be. */
  get undecided(): ReadonlyMap<number, Names> {
    const missing = [...this.#written].filter(([identity]) => !this.present.has(identity));
    const unmatched = [...this.#shown].filter(([index]) => !this.matches.has(index));
    return withoutToldApart(unmatched, missing);
  }

  /** Written identities that may be one of the values, and are not known to be. */
  get open(): ReadonlyMap<string, Names> {
    const missing = [...this.#written].filter(([identity]) => !this.present.has(identity));
    return withoutToldApart(missing, [...this.undecided]);
  }

  /** Takes in further names of written identities. */
  learnWritten(names: ReadonlyMap<string, Names>): void {
    for (const [identity, all] of names) {
      this.#written.set(identity, all);
    }
    this.#match();
  }

  /** Takes in further names of values. */
  learnShown(names: ReadonlyMap<number, Names>): void {
    for (const [index, all] of names) {
      this.#shown.set(index, all);
    }
    this.#match();
  }

  #match(): void {
    const written = new Map<string, string[]>();
    for (const [identity, names] of this.#written) {
      for (const name of new Set(names.map(canonicalIdentity))) {
        written.set(name, [...(written.get(name) ?? []), identity]);
      }
    }
    for (const [index, names] of this.#shown) {
      const identities = names.flatMap((name) => written.get(canonicalIdentity(name)) ?? []);
      const [first] = identities;
      if (first !== undefined) {
        this.matches.set(index, this.matches.get(index) ?? first);
        for (const identity of identities) {
          this.present.add(identity);
        }
      }
    }
  }
}

/** Of those that have no name in common with any of the others: the ones that may be one of them all the same. */
function withoutToldApart<Key>(
  some: readonly (readonly [Key, Names])[],
  others: readonly (readonly [unknown, Names])[],
): Map<Key, Names> {
  const ofOthers = [...new Set(others.map(([, names]) => tellingForms(names).join()))];
  return new Map(
    some.filter(([, names]) => {
      const forms = tellingForms(names);
      return ofOthers.some((other) => !forms.some((form) => other.includes(form)));
    }),
  );
}
