import * as z from "zod";
import { defineResource, type ResourceDefinition } from "../../resource/definition.ts";
import { changedInputs } from "../../resource/diff.ts";
import { identifier, traitsOf } from "../../resource/property.ts";
import { type GroupFields, type GroupNames, recipientTypes } from "./api.ts";
import type { CloudiwayClient } from "./client.ts";
import type { Migration } from "./migrations.ts";
import { migrationIn, phaseOf, status } from "./status.ts";

const recipientType = z.enum(recipientTypes).meta({
  typeName: "RecipientType",
  description: "What a group becomes at the target.",
  valueDescriptions: {
    Office365_Unified_Groups: "A Microsoft 365 group.",
    Office365_Shared_Mailbox: "A shared mailbox.",
  },
});

const migration = z.enum(["started", "stopped"]).meta({
  typeName: "Migration",
  description: "What is declared of the migration of a group.",
  valueDescriptions: { started: "It has been started.", stopped: "It does not run." },
});

const waitUntil = z.enum(["scheduled", "finished"]).meta({
  typeName: "WaitUntil",
  description: "How far a migration is waited for.",
  valueDescriptions: { scheduled: "It is scheduled, or further.", finished: "It is finished." },
});

const fields = {
  sourceGroupName: z.string().min(1).meta({
    description: "The name of the group at the source, such as `sales@example.com`.",
    ignoreCase: true,
  }),
  targetGroupName: z.string().min(1).meta({
    description: "The name of the group at the target.",
    ignoreCase: true,
  }),
  sourceGroupUrl: z.string().optional().meta({ description: "The URL of the group at the source." }),
  targetGroupUrl: z.string().optional().meta({
    description:
      "The URL of the group at the target. Where the list of groups does not show it, no drift of it is seen.",
  }),
  sourceConnectorName: z.string().min(1).optional().meta({
    description: "The display name of the connector to the source, one of `getSourceConnectors`. A migration needs it.",
    notObservable: true,
  }),
  targetConnectorName: z.string().min(1).optional().meta({
    description: "The display name of the connector to the target, one of `getTargetConnectors`. A migration needs it.",
    notObservable: true,
  }),
  sourceEmail: z.string().optional().meta({
    description: "The e-mail address of the group's owner at the source.",
    notObservable: true,
  }),
  recipientType: recipientType.optional().meta({
    description: "What the group becomes at the target: a Microsoft 365 group, or a shared mailbox.",
    notObservable: true,
  }),
};
const fieldNames = Object.keys(fields) as (keyof typeof fields)[];

/** `cloudiway.Group`: seeds/000, "Create a group" and what follows. */
export const group: ResourceDefinition = defineResource({
  type: "cloudiway:Group",
  description: `A group that Cloudiway migrates from one system to another.

All properties can be changed in place. Cloudiway shows the names and URLs of a group, and nothing else: what somebody
changes of its connectors, its e-mail address or its recipient type is not observable. An update sends all that is declared
and the URLs; declare these four, too, because nothing says whether Cloudiway keeps what an update leaves out. The status
of the migration is read only where \`migration\` is declared. Letter case makes no difference between names.

The list, by which groups are read, has no migration tags. A group that somebody deletes and makes anew under the same
names is therefore taken for the one that was there. Names need not be unique: two groups that have those of a new one are
an error that gives their tags.

\`pulumi import\` takes the migration tag, or \`sourceGroupName/targetGroupName\`, each percent-encoded.`,
  inputs: {
    ...fields,
    migration: migration.optional().meta({
      description:
        "Whether the migration is to be started, or stopped. One that failed, or that somebody stopped, counts as stopped, and `pulumi up` starts it again; one that is finished is left alone. It is started as soon as the group is made, before a `GroupLicense` of the group: where it needs one, leave the start to a `Batch` that depends on the license. Left out, the migration is not managed.",
    }),
    waitUntil: waitUntil.optional().meta({
      description:
        "How far `pulumi up` waits for a migration that it starts. By default it does not wait. A status that says that the migration failed ends the wait with an error. A migration takes hours: raise `customTimeouts`, or `timeout` of the connection.",
    }),
  },
  outputs: {
    migrationTag: z.string().meta({
      description: "The migration tag, by which Cloudiway knows the group.",
    }),
    status: status.optional().meta({
      description: "The status of the migration when it was last read; only where `migration` is declared.",
    }),
  },
  id: ["migrationTag"],
  naturalKey: ["sourceGroupName", "targetGroupName"],

  validate: ({ migration: wanted, waitUntil: until }) =>
    until !== undefined && wanted === undefined
      ? [{ path: ["waitUntil"], reason: 'waits for a migration that is not declared; set migration to "started"' }]
      : [],

  warnings(olds, news) {
    const differ = changedInputs(group, olds, news).some((name) => name in fields);
    const unsent = fieldNames.filter(
      (name) => traitsOf(fields[name]).notObservable === true && news[name] === undefined,
    );
    return differ && unsent.length > 0
      ? [
          `${unsent.join(", ")} ${unsent.length === 1 ? "is" : "are"} not declared, so that the update does not send ` +
            `${unsent.length === 1 ? "it" : "them"}; nothing says whether Cloudiway keeps what an update leaves out.`,
        ]
      : [];
  },

  async importId(cloudiway: CloudiwayClient, text) {
    const [sourceGroupName, targetGroupName, ...others] = text.split("/").map(decoded);
    if (sourceGroupName === undefined || targetGroupName === undefined || others.length > 0) {
      return text;
    }
    const found = await cloudiway.groups.withNames({ sourceGroupName, targetGroupName }, true);
    const tags = found.map(({ migrationTag }) => encodeURIComponent(migrationTag));
    const [tag, ...rest] = tags;
    if (tag === undefined) {
      throw new Error(`Cloudiway has no group with the names ${JSON.stringify(text)}.`);
    }
    if (rest.length > 0) {
      throw new Error(
        `${tags.length} groups have the names ${JSON.stringify(text)}: ${tags.join(", ")}. Import by migration tag.`,
      );
    }
    return tag;
  },

  list: {
    within: [],
    read: (cloudiway: CloudiwayClient, _within, { report }) => cloudiway.groups.tagged(report),
  },

  find: (cloudiway: CloudiwayClient, names, { fresh }) => cloudiway.groups.withNames(names, fresh),

  async create(cloudiway: CloudiwayClient, { migration: _, waitUntil: __, ...inputs }, { timeout }) {
    return { live: { ...inputs, migrationTag: await cloudiway.groups.create(written(inputs), timeout) } };
  },

  async read(cloudiway: CloudiwayClient, { migrationTag = "" }, _operation, known) {
    const live = await cloudiway.groups.read(migrationTag, known as Partial<GroupNames>);
    if (live === undefined) {
      return undefined;
    }
    if (known.migration === undefined) {
      return { ...live, status: null };
    }
    const word = await cloudiway.api.getGroupStatus(migrationTag, cloudiway.signal);
    if (word === undefined) {
      // The names may be those of another group by now; the tag decides.
      const other = await cloudiway.groups.readOne(migrationTag);
      return other === undefined ? undefined : { ...other, status: null };
    }
    // What is finished is as it was declared to be, either way; a status that says nothing about it does not show it.
    const phase = phaseOf(word);
    const migration = phase === "finished" ? (known.migration as Migration) : migrationIn(phase);
    return { ...live, status: word, ...(migration === undefined ? {} : { migration }) };
  },

  updates: [
    {
      properties: fieldNames,
      async apply(cloudiway: CloudiwayClient, { migrationTag = "" }, { inputs, known }) {
        await cloudiway.groups.update(migrationTag, written(inputs), known as Partial<GroupNames>);
        return undefined;
      },
    },
    {
      properties: ["migration", "waitUntil"],
      followUp: true,
      outputs: ["status"],
      async apply(cloudiway: CloudiwayClient, { migrationTag = "" }, { inputs }, operation) {
        const { migration: wanted, waitUntil: until } = inputs;
        if (wanted === undefined) {
          return undefined;
        }
        const { before, after } = await cloudiway.migrations.bring(migrationTag, wanted);
        const reached =
          wanted === "started" && until !== undefined
            ? await cloudiway.migrations.waitFor(migrationTag, until, before, operation)
            : after;
        return { status: reached };
      },
    },
  ],

  async delete(cloudiway: CloudiwayClient, { migrationTag = "" }, _operation, known) {
    await cloudiway.groups.delete(migrationTag, known as Partial<GroupNames>);
  },
});

/** The migration tag of a group, as other resources and functions name it. */
export const migrationTagInput = identifier().meta({
  description: "The migration tag of the group, such as `group.migrationTag`.",
});

/** A part of an ID; one that is not percent-encoded stands for itself. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function written(inputs: GroupFields): GroupFields {
  return Object.fromEntries(
    fieldNames.filter((name) => inputs[name] !== undefined).map((name) => [name, inputs[name]]),
  ) as unknown as GroupFields;
}
