import { SystemError } from "../../resource/errors.ts";
import { waitFor } from "../../resource/waitFor.ts";
import { isRefusal } from "./absence.ts";
import type { AttributeChange, AttributeValue, DirectoryObject } from "./api/directoryObject.ts";
import { RefusalError } from "./api/envelope.ts";
import { type MultipleAttribute, setTo, type WrittenAttributes } from "./attributeMap.ts";
import type { Identities } from "./identities.ts";
import { formOf } from "./identity.ts";

/** An object whose attributes are written. */
export interface WriteTarget {
  /** Such as `group 6bd67b4a-…`, for messages. */
  readonly label: string;
  read(attributes: readonly string[]): Promise<DirectoryObject>;
  update(changes: readonly AttributeChange[]): Promise<void>;
  /** Where members can come and go through a call of their own. */
  readonly membership?: {
    add(identity: string): Promise<void>;
    remove(identity: string): Promise<void>;
  };
  /** Told which values are about to go out of an attribute that names objects. */
  removing?(attribute: string, values: readonly string[]): void;
}

/** Who is to be a member of a group, and who is not; nothing is said of anybody else. */
export interface MemberChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** What is still to be done to an attribute. */
interface Remaining {
  readonly attribute: MultipleAttribute;
  readonly missing: readonly string[];
  readonly surplus: readonly AttributeValue[];
  /** Values that may be what is missing or is to go: nothing is done to them. */
  readonly undecided: readonly AttributeValue[];
}

/** Attributes as they are read: what is still to be done, and what tells whether a change has become visible. */
interface Look {
  readonly remaining: readonly Remaining[];
  readonly shown: string;
}

/** A change of a group's members that waits for the one before it. */
interface WaitingChange {
  readonly target: WriteTarget;
  readonly change: MemberChange;
  resolve(): void;
  reject(error: unknown): void;
}

/** How long a change may take to be visible, in seconds. */
const visibility = 5;

/**
 * Writes attributes. One with several values is changed by the values that come and go. The document does not say how
 * a system takes that, and losing a member is worse than a call more: so what has come of it is read, and brought to
 * what is wanted by other means where it must be.
 */
export class AttributeWriter {
  readonly #identities: Identities;
  readonly #signal: AbortSignal;
  /** By group, while a change of its members is under way. */
  readonly #waiting = new Map<string, WaitingChange[]>();

  constructor(identities: Identities, signal: AbortSignal) {
    this.#identities = identities;
    this.#signal = signal;
  }

  async write(target: WriteTarget, { single, multiple }: WrittenAttributes): Promise<void> {
    const look = () => this.#look(target, multiple);
    const before = await look();
    const changes = [...single, ...before.remaining.flatMap(changesOf)];
    if (changes.length === 0) {
      return;
    }
    for (const { attribute, surplus } of before.remaining.filter(({ attribute: { isIdentities } }) => isIdentities)) {
      if (surplus.length > 0) {
        target.removing?.(
          attribute.name,
          surplus.map(({ value, dn }) => dn ?? value),
        );
      }
    }
    const failure = await refusalOf(() => target.update(changes));
    const isOther = before.remaining.length === 0 || (single.length > 0 && !isAbout(failure, before.remaining));
    if (failure !== undefined && isOther) {
      throw failure;
    }
    if (before.remaining.length === 0) {
      return;
    }
    const { remaining } = failure === undefined ? await this.#afterwards(look, before) : await look();
    const left = await this.#insist(target, look, remaining);
    if (left.length > 0) {
      throw failure ?? new SystemError(`${target.label}: ${left.map(wordsOf).join("; ")}.`, "partly");
    }
  }

  /**
   * Has members come and go, all others staying, whoever they are by then: their list is never set as a whole, unless the
   * system has taken the change for one and put everybody out. Changes of one group follow each other, so that none of
   * them sees another half done; those that wait go together.
   */
  changeMembers(target: WriteTarget, change: MemberChange): Promise<void> {
    return new Promise((resolve, reject) => {
      const one = { target, change, resolve, reject };
      const waiting = this.#waiting.get(target.label);
      if (waiting === undefined) {
        this.#waiting.set(target.label, [one]);
        void this.#changeAll(target.label);
      } else {
        waiting.push(one);
      }
    });
  }

  /** The same, each member through the call for one. */
  async moveMembers(
    target: WriteTarget & Required<Pick<WriteTarget, "membership">>,
    change: MemberChange,
  ): Promise<void> {
    const open = await this.#openIn(await membersOf(target), change);
    await moveEach(target.membership, open);
    if (open.undecided.length > 0) {
      throw new SystemError(`${target.label}: ${wordsOf(open)}.`, "partly");
    }
  }

  /** Carries out what waits for a group, until nothing does. */
  async #changeAll(group: string): Promise<void> {
    for (;;) {
      const waiting = this.#waiting.get(group)?.splice(0) ?? [];
      const [first] = waiting;
      if (first === undefined) {
        this.#waiting.delete(group);
        return;
      }
      const add = waiting.flatMap(({ change }) => change.add);
      const remove = waiting.flatMap(({ change }) => change.remove);
      const together = await settled(() => this.#change(first.target, { add, remove }));
      for (const { target, change, resolve, reject } of waiting) {
        // Of changes that fail together, each fares by itself.
        const isAlone = together === undefined || waiting.length === 1;
        const failure = isAlone ? together : await settled(() => this.#change(target, change));
        if (failure === undefined) {
          resolve();
        } else {
          reject(failure.error);
        }
      }
    }
  }

  async #change(target: WriteTarget, change: MemberChange): Promise<void> {
    const before = await membersOf(target);
    const open = await this.#openIn(before, change);
    if (isDone(open)) {
      return;
    }
    const changes = changesOf(open);
    if (changes.length === 0) {
      throw new SystemError(`${target.label}: ${wordsOf(open)}.`, "no");
    }
    const staying = before.filter((value) => !open.surplus.includes(value));
    const failure = await refusalOf(() => target.update(changes));
    const look = async (): Promise<Look & { readonly values: readonly AttributeValue[] }> => {
      const values = await membersOf(target);
      const left = await this.#openIn(values, change);
      return { values, shown: shownOf([values]), remaining: isDone(left) ? [] : [left] };
    };
    const unchanged = { shown: shownOf([before]) };
    let now = failure === undefined ? await this.#afterwards(look, unchanged) : await look();
    const isPutOut = await this.#arePutOut(now.values, staying);
    if (isPutOut) {
      const whole = [...staying.map(({ value }) => value), ...open.missing];
      await refusalOf(() => target.update([setTo("member", whole)]));
      now = await look();
    }
    const [left] = now.remaining;
    if (left !== undefined && left.undecided.length === 0 && target.membership !== undefined) {
      await moveEach(target.membership, left);
      now = await look();
    }
    if (isPutOut && (await this.#arePutOut(now.values, staying))) {
      throw new SystemError(
        `${target.label}: GroupID took the change of some members for one of all of them, and put out ` +
          `${staying.map(({ value, dn }) => dn ?? value).join(", ")}, who could not be brought back.`,
        "partly",
      );
    }
    if (now.remaining.length > 0) {
      throw failure ?? new SystemError(`${target.label}: ${now.remaining.map(wordsOf).join("; ")}.`, "partly");
    }
  }

  /** Whether all who stay have gone: one alone may have left by itself meanwhile. */
  async #arePutOut(values: readonly AttributeValue[], staying: readonly AttributeValue[]): Promise<boolean> {
    if (staying.length === 0) {
      return false;
    }
    const { missing } = await this.#identities.difference(
      values,
      staying.map(({ value }) => value),
    );
    return missing.length === staying.length;
  }

  /** Of a change of members, what is still to be done. Who is to come is not to go under another name. */
  async #openIn(values: readonly AttributeValue[], { add, remove }: MemberChange): Promise<Remaining> {
    const coming = await this.#identities.difference(values, add);
    const going = await this.#identities.difference(values, remove);
    // A GUID that leads nowhere is that of an object that is gone, so that it is a member of nothing.
    const isUnclear = going.missing.some((identity) => formOf(identity) !== "guid");
    return {
      attribute: { name: "member", values: add.map((value) => ({ value })), isIdentities: true },
      missing: coming.missing,
      surplus: going.matched.filter((value) => coming.surplus.includes(value)),
      undecided: [...new Set([...coming.undecided, ...(isUnclear ? going.undecided : [])])],
    };
  }

  /** What there is to see after a change: it may take a while to be seen at all. */
  async #afterwards<Seen extends Look>(look: () => Promise<Seen>, before: Pick<Look, "shown">): Promise<Seen> {
    let seen: Seen | undefined;
    const isVisible = ({ remaining, shown }: Seen) => remaining.length === 0 || shown !== before.shown;
    const find = async () => {
      seen = await look();
      return isVisible(seen) ? seen : undefined;
    };
    const visible = await waitFor(find, { timeout: visibility, signal: this.#signal });
    return visible ?? seen ?? look();
  }

  /** Sets the attributes as a whole, and then has members come and go one by one. Answers what remains all the same. */
  async #insist(
    target: WriteTarget,
    look: () => Promise<Look>,
    remaining: readonly Remaining[],
  ): Promise<readonly Remaining[]> {
    // What may be wanted under another name would be put out by a list in which it is not.
    const clear = remaining.filter(({ undecided }) => undecided.length === 0);
    if (clear.length === 0) {
      return remaining;
    }
    const whole = clear.map(({ attribute: { name, values } }) =>
      setTo(
        name,
        values.map(({ value }) => value),
      ),
    );
    await refusalOf(() => target.update(whole));
    const left = (await look()).remaining;
    const members = left.find(({ attribute }) => attribute.name.toLowerCase() === "member");
    const { membership } = target;
    if (members === undefined || members.undecided.length > 0 || membership === undefined) {
      return left;
    }
    await moveEach(membership, members);
    return (await look()).remaining;
  }

  async #look(target: WriteTarget, multiple: readonly MultipleAttribute[]): Promise<Look> {
    if (multiple.length === 0) {
      return { remaining: [], shown: "" };
    }
    const live = await target.read(multiple.map(({ name }) => name));
    const valuesOf = ({ name }: MultipleAttribute) => live.attributes.get(name.toLowerCase()) ?? [];
    const differences = await Promise.all(
      multiple.map(async (attribute): Promise<Remaining> => {
        const values = valuesOf(attribute);
        const wanted = attribute.values.map(({ value }) => value);
        if (attribute.isIdentities) {
          return { attribute, ...(await this.#identities.difference(values, wanted)) };
        }
        return {
          attribute,
          missing: wanted.filter((text) => !values.some(({ value }) => value === text)),
          surplus: values.filter(({ value }) => !wanted.includes(value)),
          undecided: [],
        };
      }),
    );
    return { remaining: differences.filter((one) => !isDone(one)), shown: shownOf(multiple.map(valuesOf)) };
  }
}

async function membersOf(target: WriteTarget): Promise<readonly AttributeValue[]> {
  return (await target.read(["member"])).attributes.get("member") ?? [];
}

function isDone({ missing, surplus, undecided }: Remaining): boolean {
  return missing.length + surplus.length + undecided.length === 0;
}

/** The values of attributes as one text, in which the order of values means nothing. */
function shownOf(attributes: readonly (readonly AttributeValue[])[]): string {
  return JSON.stringify(attributes.map((values) => values.map((value) => JSON.stringify(value)).sort()));
}

/** Has members come and go one by one. */
async function moveEach(
  membership: NonNullable<WriteTarget["membership"]>,
  { missing, surplus }: Pick<Remaining, "missing" | "surplus">,
): Promise<void> {
  for (const identity of missing) {
    await membership.add(identity);
  }
  for (const { value } of surplus) {
    await membership.remove(value);
  }
}

function changesOf({ attribute, missing, surplus }: Remaining): AttributeChange[] {
  const { name } = attribute;
  return [
    ...(missing.length === 0 ? [] : [{ name, action: "add" as const, values: missing.map((value) => ({ value })) }]),
    ...(surplus.length === 0 ? [] : [{ name, action: "remove" as const, values: surplus }]),
  ];
}

/** Runs; answers with what it throws. */
async function settled(run: () => Promise<void>): Promise<{ readonly error: unknown } | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return { error };
  }
}

/** Runs; answers with the system's refusal. Throws whatever else goes wrong. */
async function refusalOf(run: () => Promise<void>): Promise<Error | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    if (isRefusal(error)) {
      return error as Error;
    }
    throw error;
  }
}

/** Whether a refusal is about nothing but these attributes. */
function isAbout(failure: Error | undefined, remaining: readonly Remaining[]): boolean {
  const names = remaining.map(({ attribute }) => attribute.name.toLowerCase());
  const refused = failure instanceof RefusalError ? Object.keys(failure.attributes) : [];
  return refused.length > 0 && refused.every((name) => names.includes(name.toLowerCase()));
}

function wordsOf({ attribute: { name }, missing, surplus, undecided }: Remaining): string {
  const parts = [
    ...(missing.length === 0 ? [] : [`lacks ${missing.join(", ")}`]),
    ...(surplus.length === 0 ? [] : [`still has ${surplus.map(({ value, dn }) => dn ?? value).join(", ")}`]),
  ];
  if (undecided.length > 0) {
    const shown = undecided.map(({ value, dn }) => dn ?? value).join(", ");
    return (
      `the attribute ${name} ${[...parts, `has ${shown}`].join(" and ")}, and GroupID does not tell which of these are ` +
      "the same: write them in the form that GroupID shows"
    );
  }
  return `the attribute ${name} ${parts.join(" and ")} although GroupID reported success`;
}
