import { SystemError } from "../../resource/errors.ts";
import type { AttributeChange, AttributeValue, DirectoryObject } from "./api/directoryObject.ts";
import { RefusalError } from "./api/envelope.ts";
import { type MultipleAttribute, setTo, type WrittenAttributes } from "./attributeMap.ts";
import { isRefusal } from "./collection.ts";
import type { Identities } from "./identities.ts";

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
}

/**
 * Writes attributes. One with several values is changed by the values that come and go. The document does not say how
 * a system takes that, and losing a member is worse than a call more: so what has come of it is read, and brought to
 * what is wanted by other means where it must be.
 */
export class AttributeWriter {
  readonly #identities: Identities;

  constructor(identities: Identities) {
    this.#identities = identities;
  }

  async write(target: WriteTarget, { single, multiple }: WrittenAttributes): Promise<void> {
    const before = await this.#remaining(target, multiple);
    const changes = [...single, ...before.flatMap(changesOf)];
    if (changes.length === 0) {
      return;
    }
    for (const { attribute, surplus } of before.filter(({ attribute: { isIdentities } }) => isIdentities)) {
      if (surplus.length > 0) {
        target.removing?.(
          attribute.name,
          surplus.map(({ value, dn }) => dn ?? value),
        );
      }
    }
    const failure = await refusalOf(() => target.update(changes));
    if (failure !== undefined && (before.length === 0 || (single.length > 0 && !isAbout(failure, before)))) {
      throw failure;
    }
    const after = await this.#remaining(target, multiple);
    const left = after.length === 0 ? after : await this.#insist(target, multiple, after);
    if (left.length > 0) {
      throw failure ?? new SystemError(`${target.label}: ${left.map(wordsOf).join("; ")}.`, "partly");
    }
  }

  /**
   * Has members come and go, all others staying, whoever they are by then: their list is never set as a whole, unless the
   * system has taken the change for one and put everybody out.
   */
  async changeMembers(target: WriteTarget, change: MemberChange): Promise<void> {
    const before = await this.#members(target);
    const open = await this.#openIn(before, change);
    if (open.missing.length + open.surplus.length === 0) {
      return;
    }
    const staying = before.filter((value) => !open.surplus.includes(value));
    const failure = await refusalOf(() => target.update(changesOf(open)));
    let left = await this.#openIn(await this.#members(target), change);
    const put = staying.length === 0 ? [] : await this.#putOut(target, staying);
    if (put.length > 0) {
      const whole = [...staying.map(({ value }) => value), ...open.missing];
      await refusalOf(() => target.update([setTo("member", whole)]));
      left = await this.#openIn(await this.#members(target), change);
    }
    if (left.missing.length + left.surplus.length > 0 && target.membership !== undefined) {
      await moveEach(target.membership, left);
      left = await this.#openIn(await this.#members(target), change);
    }
    const lost = put.length === 0 ? put : await this.#putOut(target, staying);
    if (lost.length > 0) {
      throw new SystemError(
        `${target.label}: GroupID took the change of some members for one of all of them, and put out ` +
          `${lost.map(({ value, dn }) => dn ?? value).join(", ")}, who could not be brought back.`,
        "partly",
      );
    }
    if (left.missing.length + left.surplus.length > 0) {
      throw failure ?? new SystemError(`${target.label}: ${wordsOf(left)}.`, "partly");
    }
  }

  /** The same, each member through the call for one. */
  async moveMembers(
    target: WriteTarget & Required<Pick<WriteTarget, "membership">>,
    change: MemberChange,
  ): Promise<void> {
    await moveEach(target.membership, await this.#openIn(await this.#members(target), change));
  }

  /** Those who stay and have gone, where that is all of them: one alone may have left by itself meanwhile. */
  async #putOut(target: WriteTarget, staying: readonly AttributeValue[]): Promise<readonly AttributeValue[]> {
    const values = await this.#members(target);
    const { missing } = await this.#identities.difference(
      values,
      staying.map(({ value }) => value),
    );
    return missing.length === staying.length ? staying : [];
  }

  async #members(target: WriteTarget): Promise<readonly AttributeValue[]> {
    return (await target.read(["member"])).attributes.get("member") ?? [];
  }

  /** Of a change of members, what is still to be done. Who is to come is not to go under another name. */
  async #openIn(values: readonly AttributeValue[], { add, remove }: MemberChange): Promise<Remaining> {
    const coming = await this.#identities.difference(values, add);
    const { surplus: others } = await this.#identities.difference(values, remove);
    return {
      attribute: { name: "member", values: add.map((value) => ({ value })), isIdentities: true },
      missing: coming.missing,
      surplus: values.filter((value) => !others.includes(value) && coming.surplus.includes(value)),
    };
  }

  /** Sets the attributes as a whole, and then has members come and go one by one. Answers what remains all the same. */
  async #insist(
    target: WriteTarget,
    multiple: readonly MultipleAttribute[],
    remaining: readonly Remaining[],
  ): Promise<Remaining[]> {
    const whole = remaining.map(({ attribute: { name, values } }) =>
      setTo(
        name,
        values.map(({ value }) => value),
      ),
    );
    await refusalOf(() => target.update(whole));
    const left = await this.#remaining(target, multiple);
    const members = left.find(({ attribute }) => attribute.name.toLowerCase() === "member");
    const { membership } = target;
    if (members === undefined || membership === undefined) {
      return left;
    }
    await moveEach(membership, members);
    return this.#remaining(target, multiple);
  }

  async #remaining(target: WriteTarget, multiple: readonly MultipleAttribute[]): Promise<Remaining[]> {
    if (multiple.length === 0) {
      return [];
    }
    const live = await target.read(multiple.map(({ name }) => name));
    const differences = await Promise.all(
      multiple.map(async (attribute): Promise<Remaining> => {
        const values = live.attributes.get(attribute.name.toLowerCase()) ?? [];
        const wanted = attribute.values.map(({ value }) => value);
        if (attribute.isIdentities) {
          return { attribute, ...(await this.#identities.difference(values, wanted)) };
        }
        return {
          attribute,
          missing: wanted.filter((text) => !values.some(({ value }) => value === text)),
          surplus: values.filter(({ value }) => !wanted.includes(value)),
        };
      }),
    );
    return differences.filter(({ missing, surplus }) => missing.length + surplus.length > 0);
  }
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
function isAbout(failure: Error, remaining: readonly Remaining[]): boolean {
  const names = remaining.map(({ attribute }) => attribute.name.toLowerCase());
  const refused = failure instanceof RefusalError ? Object.keys(failure.attributes) : [];
  return refused.length > 0 && refused.every((name) => names.includes(name.toLowerCase()));
}

function wordsOf({ attribute: { name }, missing, surplus }: Remaining): string {
  const parts = [
    ...(missing.length === 0 ? [] : [`lacks ${missing.join(", ")}`]),
    ...(surplus.length === 0 ? [] : [`still has ${surplus.map(({ value, dn }) => dn ?? value).join(", ")}`]),
  ];
  return `the attribute ${name} ${parts.join(" and ")} although GroupID reported success`;
}
