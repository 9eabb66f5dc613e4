import * as z from "zod";
import { defineResource } from "../../resource/definition.ts";
import { NotFoundError } from "../../resource/errors.ts";
import { mayBeAbsent } from "./absence.ts";
import type { PowerAutomate, PowerAutomateFields } from "./api/powerAutomate.ts";
import type { GroupIdClient } from "./client.ts";
import { connectionDefaults, identityStoreId } from "./inputs.ts";

const required = (description: string) => z.string().min(1).meta({ description });

const fields = {
  userId: required("The ID of the user of Power Automate."),
  serviceUrl: required("The URL at which Power Automate reaches GroupID's data service."),
  tenantId: required("The ID of the Entra ID tenant."),
  organizationCode: required("The organizational code of the flows, such as `Netwrix-US`."),
  region: required("The region of the flows, such as `US`."),
  authenticated: z.boolean().default(true).meta({ description: "Whether the link is signed in." }),
};

const fieldNames = Object.keys(fields) as (keyof typeof fields)[];

/** `groupid.PowerAutomateSettings`: seeds/001, "Configure Power Automate". */
export const powerAutomateSettings = defineResource({
  type: "groupid:PowerAutomateSettings",
  description: `The link of an identity store to Power Automate; each has one.

GroupID has no call that removes the link: a deletion takes the settings out of the stack and leaves them in GroupID,
and says so. To manage them again, set \`adopt\`.`,
  inputs: { identityStoreId, ...fields },
  outputs: { powerAutomateId: z.string().meta({ description: "The ID that GroupID gave to the link." }) },
  id: ["identityStoreId"],
  naturalKey: ["identityStoreId"],
  connectionDefaults,

  list: {
    within: ["identityStoreId"],
    read: (groupId: GroupIdClient, { identityStoreId: storeId = "" }, { signal }) =>
      perhapsIn(groupId, storeId, signal),
  },

  // However a refusal is meant: that there are settings it does not say, and the call that makes them will.
  find: (groupId: GroupIdClient, { identityStoreId: storeId = "" }, { signal }) => perhapsIn(groupId, storeId, signal),

  async create({ synchronization }: GroupIdClient, { identityStoreId: storeId = "", ...settings }, { signal }) {
    return { live: liveOf(storeId, await synchronization.powerAutomate.create(storeId, settings, signal)) };
  },

  async read(groupId: GroupIdClient, { identityStoreId: storeId = "" }, { signal }) {
    const [found] = await settingsIn(groupId, storeId, signal);
    return found;
  },

  updates: [
    {
      properties: fieldNames,
      async apply(
        { synchronization: { powerAutomate } }: GroupIdClient,
        { identityStoreId: storeId = "" },
        { inputs },
        { signal },
      ) {
        const { powerAutomateId } = await powerAutomate.get(storeId, signal);
        await powerAutomate.update(powerAutomateId, storeId, inputs as PowerAutomateFields, signal);
        return undefined;
      },
    },
  ],

  async delete(_groupId: GroupIdClient, { identityStoreId: storeId = "" }, operation) {
    operation.report(
      `The Power Automate settings of the identity store ${storeId} stay in GroupID, which has no call that removes them.`,
    );
  },
});

/** The settings of an identity store, where a refusal may mean that there are none. */
function perhapsIn(groupId: GroupIdClient, storeId: string, signal: AbortSignal) {
  return settingsIn(groupId, storeId, signal).catch((error: unknown) =>
    mayBeAbsent(error) ? [] : Promise.reject(error),
  );
}

/** The settings of an identity store: none, or one. */
async function settingsIn({ synchronization }: GroupIdClient, storeId: string, signal: AbortSignal) {
  try {
    return [liveOf(storeId, await synchronization.powerAutomate.get(storeId, signal))];
  } catch (error) {
    if (error instanceof NotFoundError) {
      return [];
    }
    throw error;
  }
}

function liveOf(storeId: string, settings: PowerAutomate) {
  return { identityStoreId: storeId, ...settings };
}
