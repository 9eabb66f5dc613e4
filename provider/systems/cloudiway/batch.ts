import * as z from "zod";
import { defineResource, type Operation } from "../../resource/definition.ts";
import { appliedOf, messageOf, type Properties, SystemError } from "../../resource/errors.ts";
import { containsUnknown } from "../../resource/unknown.ts";
import type { CloudiwayClient } from "./client.ts";

/** What stands in the place of a group's number where it could not be proven. */
const notObservable = "not observable";
/** How groups that nobody declared are shown among the members: by their numbers, because no call tells their tags. */
const foreignMember = (number: string) => `customerGroupId ${number}`;
const foreignMembers = (count: number, numbers: readonly string[]) =>
  `${count} of customerGroupId ${numbers.join(", ")}`;
const foreignPattern = /^(\d+ of )?customerGroupId /;

/** `cloudiway.Batch`: seeds/000, "Create a batch" and what follows. */
export const batch = defineResource({
  type: "cloudiway:Batch",
  description: `A batch of groups, which are started and stopped together.

The groups of a batch are declared here as \`members\`, or one by one as \`BatchMembership\`, not both. Cloudiway shows them
by numbers only, and no call tells which migration tag a number belongs to. It is proven when a group is added: that
happens alone, and the number that is new is the group's. A group whose number is proven and that has left the batch is
shown as drift and put back. A group that somebody else put into the batch is shown as drift, too, by its number; it
cannot be taken out here, because that takes its tag. Where a number could not be proven (\`customerGroupIds\` says so),
whether that group is still in the batch is not observable; only that the batch has more groups, or fewer, than are
declared is drift.

No call renames a batch: another name replaces it.`,
  inputs: {
    batchName: z.string().min(1).meta({ description: "The name of the batch, unique in the project." }),
    members: z.array(z.string().min(1)).optional().meta({
      description:
        "The migration tags of the groups in the batch. A group is in one batch at the most. Left out, the groups of the batch are not managed here.",
      set: true,
    }),
    allowEmpty: z.boolean().optional().meta({ description: "Whether `members` may be an empty list." }),
    running: z.boolean().optional().meta({
      description:
        "Whether the batch is to be started, which starts the migration of the groups that are in it then, or stopped. Left out, neither is done.",
      notObservable: true,
    }),
  },
  outputs: {
    batchId: z.string().optional().meta({ description: "The number of the batch." }),
    customerId: z.string().optional().meta({ description: "The number of the customer whose batch it is." }),
    groupCount: z.number().int().optional().meta({
      description: "How many groups the batch had when it was last read.",
    }),
    customerGroupIds: z.record(z.string(), z.string()).optional().meta({
      description:
        "The numbers of `members` in the batch, by migration tag; `not observable` where one could not be proven.",
    }),
  },
  id: ["batchName"],
  naturalKey: ["batchName"],
  // A group is in one batch, so that the new one could not have the members of the old one.
  deletesBeforeReplacing: () => true,

  validate: ({ members, allowEmpty }) =>
    Array.isArray(members) && members.length === 0 && allowEmpty !== true && !containsUnknown(allowEmpty)
      ? [{ path: ["members"], reason: "would empty the batch; set allowEmpty to true if that is meant" }]
      : [],

  warnings: (olds, news) =>
    leaving(olds.members, news.members).map((member) =>
      foreignPattern.test(member)
        ? `a group that nobody declares is in the batch: ${member}. It cannot be taken out here, because no call tells its migration tag.`
        : `${member} leaves the batch.`,
    ),

  async find(cloudiway: CloudiwayClient, { batchName }) {
    const live = await cloudiway.batches.read(batchName);
    return live === undefined ? [] : [{ ...live, batchName }];
  },

  async create(cloudiway: CloudiwayClient, { batchName }, { timeout }) {
    return { live: { ...(await cloudiway.batches.create(batchName, timeout)), batchName } };
  },

  async read(cloudiway: CloudiwayClient, { batchName = "" }, operation, known) {
    const live = await cloudiway.batches.read(batchName);
    if (live === undefined) {
      return undefined;
    }
    if (!Array.isArray(known.members)) {
      tellOfCount(batchName, live.groupCount, known.groupCount, operation);
      return { ...live, batchName, customerGroupIds: null };
    }
    const numbers = await cloudiway.batches.numbersIn(batchName, false);
    if (numbers === undefined) {
      return undefined;
    }
    const joined = [...cloudiway.batches.joinedTo(batchName)].map(([tag, number]) => [tag, number ?? notObservable]);
    const declared = (known.members as string[]).filter(
      (tag) => !foreignPattern.test(tag) && !cloudiway.batches.isAwaited(batchName, tag),
    );
    const customerGroupIds: Record<string, string> = {
      ...Object.fromEntries(declared.map((tag) => [tag, notObservable])),
      ...proven(known),
      ...Object.fromEntries(joined),
    };
    const found = membersOf(batchName, declared, customerGroupIds, numbers, operation);
    // What cannot be told from what state holds is not shown, lest it be taken for what was seen.
    const isProven = found.every((member) => customerGroupIds[member] !== notObservable);
    const members = isProven || found.length !== known.members.length ? found : undefined;
    return {
      ...live,
      batchName,
      groupCount: numbers.size,
      customerGroupIds,
      ...(members === undefined ? {} : { members }),
    };
  },

  updates: [
    {
      properties: ["members", "allowEmpty"],
      followUp: true,
      outputs: ["customerGroupIds", "groupCount"],
      async apply(cloudiway: CloudiwayClient, { batchName = "" }, { changed, known }, operation) {
        return changed.members === undefined
          ? undefined
          : setMembers(cloudiway, batchName, changed.members, known, operation);
      },
    },
    {
      properties: ["running"],
      followUp: true,
      async apply(cloudiway: CloudiwayClient, { batchName = "" }, { inputs }) {
        await cloudiway.batches.run(batchName, inputs.running === true);
        return undefined;
      },
    },
  ],

  async delete(cloudiway: CloudiwayClient, { batchName = "" }, _operation, known) {
    const numbers = Object.entries(proven(known)).map(([tag, number]) => [tag, knownNumber(number)] as const);
    await cloudiway.batches.delete(batchName, new Map(numbers));
  },
});

/** The members as far as the numbers of the batch tell. */
function membersOf(
  batchName: string,
  declared: readonly string[],
  customerGroupIds: Readonly<Record<string, string>>,
  numbers: ReadonlySet<string>,
  { report }: Operation,
): string[] {
  const isProven = (tag: string) => customerGroupIds[tag] !== notObservable;
  const own = declared.filter((tag) => isProven(tag) && numbers.has(customerGroupIds[tag] ?? ""));
  const unproven = declared.filter((tag) => !isProven(tag));
  const known = new Set(Object.values(customerGroupIds));
  const foreign = [...numbers].filter((number) => !known.has(number));
  if (unproven.length === 0) {
    return [...own, ...foreign.map(foreignMember)];
  }
  report(
    `cloudiway:Batch ${JSON.stringify(batchName)} has ${numbers.size} groups, and ${declared.length} are declared. ` +
      `Whether ${unproven.join(", ")} are among them is not observable.`,
  );
  const surplus = foreign.length - unproven.length;
  // Which of the unproven ones have left nobody can tell: all are put in again, which does nothing to those that are there.
  return [...own, ...(surplus < 0 ? [] : unproven), ...(surplus > 0 ? [foreignMembers(surplus, foreign)] : [])];
}

async function setMembers(
  cloudiway: CloudiwayClient,
  batchName: string,
  wanted: readonly string[],
  known: Properties,
  operation: Operation,
): Promise<Properties> {
  const current = (known.members ?? []) as readonly string[];
  const customerGroupIds: Record<string, string> = proven(known);
  let changed = false;
  try {
    for (const tag of leaving(current, wanted)) {
      if (foreignPattern.test(tag)) {
        operation.report(
          `cloudiway:Batch ${JSON.stringify(batchName)}: a group that nobody declares stays in the batch: ${tag}. No call tells ` +
            "its migration tag, which taking it out needs. Take it out in Cloudiway, or declare it.",
        );
        continue;
      }
      await cloudiway.batches.leave(batchName, tag, knownNumber(customerGroupIds[tag]));
      changed = true;
      delete customerGroupIds[tag];
    }
    const joining = leaving(wanted, current);
    cloudiway.batches.await(batchName, joining);
    for (const tag of joining) {
      const { customerGroupId } = await cloudiway.batches.join(batchName, tag, operation);
      changed = true;
      customerGroupIds[tag] = customerGroupId ?? notObservable;
    }
  } catch (error) {
    throw changed && appliedOf(error) === "no" ? new SystemError(messageOf(error), "partly", { cause: error }) : error;
  }
  const numbers = await cloudiway.batches.numbersIn(batchName, false);
  return { customerGroupIds, ...(numbers === undefined ? {} : { groupCount: numbers.size }) };
}

function tellOfCount(batchName: string, now: number | undefined, before: unknown, { report }: Operation): void {
  if (typeof before === "number" && now !== undefined && now !== before) {
    report(`cloudiway:Batch ${JSON.stringify(batchName)} has ${now} groups; when it was last read, it had ${before}.`);
  }
}

function proven(known: Properties): Record<string, string> {
  return { ...(known.customerGroupIds as Record<string, string> | undefined) };
}

function knownNumber(number: string | undefined): string | undefined {
  return number === notObservable ? undefined : number;
}

/** Those of one list that the other lacks; none where either is not known. */
function leaving(olds: unknown, news: unknown): string[] {
  if (!Array.isArray(olds) || !Array.isArray(news) || containsUnknown(news)) {
    return [];
  }
  const staying = new Set(news);
  return olds.filter((member: unknown): member is string => typeof member === "string" && !staying.has(member));
}
