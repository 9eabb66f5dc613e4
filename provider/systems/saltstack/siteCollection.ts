import * as z from "zod";
import { defineResource } from "../../resource/definition.ts";
import { SystemError } from "../../resource/errors.ts";
import { waitFor } from "../../resource/waitFor.ts";
import type { SiteCollection } from "./api/siteCollections.ts";
import type { SaltstackClient } from "./client.ts";
import { keyOf, longestInvisible } from "./objectList.ts";
import { megabytes, reference } from "./properties.ts";

const replacing = ["userId", "templateId", "name", "siteUrl", "description"];

/** `saltstack.SiteCollection`: seeds/004, "Create site collection". */
export const siteCollection = defineResource({
  type: "saltstack:SiteCollection",
  description: `A site collection of a SharePoint user, who becomes its administrator.

Only its storage can be changed; a change of anything else replaces the site collection and **deletes what is in it**: give
it the resource option \`protect: true\`. The site collections that come with a tenant or a user (main, admin, personal)
cannot be deleted, and so not replaced either: one that was imported needs the option \`retainOnDelete: true\`.`,
  inputs: {
    userId: reference("The ID of the SharePoint user who administers it, such as `user.userId`.", {
      followsReplacement: true,
      refersTo: "saltstack:SharepointUser.userId",
    }),
    templateId: reference("The ID of the template that it is made from: see `getSharepointTemplates`."),
    name: z.string().min(1).meta({ description: "The name, unique in the tenant." }),
    siteUrl: z.string().meta({
      description:
        "The end of the site collection's URL, such as `test`. Empty for the ones that come with a tenant or user.",
    }),
    description: z.string().min(1).max(500).meta({ description: "What the site collection is for." }),
    storage: megabytes("How much it may hold in MB, at least 1. It counts in the tenant's storage."),
  },
  outputs: {
    siteCollectionId: z.string().meta({ description: "The ID of the site collection: 32 hexadecimal digits." }),
    accessUrl: z.string().optional().meta({ description: "The whole URL." }),
    siteType: z.string().optional().meta({
      description: "`regular`, or for one that came with its tenant or user `main`, `admin` or `personal`.",
    }),
  },
  id: ["siteCollectionId"],
  naturalKey: ["userId", "name"],
  warnings: (olds, news) =>
    replacing
      .filter((name) => news[name] !== undefined && olds[name] !== undefined && olds[name] !== news[name])
      .map(
        (name) =>
          `a change of ${name} replaces the site collection ${String(olds.siteCollectionId)} and deletes what is in it.`,
      ),
  refusal: (olds, news) =>
    isRegular(olds.siteType) || replacing.every((name) => news[name] === undefined || olds[name] === news[name])
      ? undefined
      : `the ${String(olds.siteType)} site collection of a tenant or user can neither be deleted nor replaced; only its storage can change.`,
  list: {
    within: [],
    // What comes with a tenant or a user nothing can delete, and some of it has no template: it is nobody's to declare.
    read: async (saltstack: SaltstackClient) =>
      (await saltstack.siteCollections.all())
        .filter(({ type, deletable }) => isRegular(type) && deletable !== false)
        .map(liveOf),
  },

  async find(saltstack: SaltstackClient, inputs, { fresh }) {
    return (await saltstack.siteCollections.withKey(keyOf(inputs.userId, inputs.name), fresh)).map(liveOf);
  },

  async create(saltstack: SaltstackClient, inputs, operation) {
    const { signal } = operation;
    const get = (id: string) => saltstack.api.sharepointUsers.get(id, signal);
    const user = await waitFor(() => saltstack.read(saltstack.sharepointUsers, inputs.userId, get), {
      timeout: longestInvisible,
      signal,
    });
    if (user === undefined) {
      throw new SystemError(`userId: there is no SharePoint user ${inputs.userId}.`, "no");
    }
    const send = () => saltstack.api.siteCollections.create(inputs, signal);
    try {
      return { live: liveOf(await saltstack.sharepointTenants.inside(user.tenantId, send, operation)) };
    } finally {
      saltstack.siteCollections.wrote({ key: keyOf(inputs.userId, inputs.name) });
    }
  },

  async read(saltstack: SaltstackClient, { siteCollectionId = "" }, { signal }) {
    const get = (id: string) => saltstack.api.siteCollections.get(id, signal);
    const site = await saltstack.read(saltstack.siteCollections, siteCollectionId, get);
    return site === undefined ? undefined : liveOf(site);
  },

  updates: [
    {
      properties: ["storage"],
      async apply(saltstack: SaltstackClient, { siteCollectionId = "" }, { inputs }, { signal }) {
        // A 409 means that a personal site was never used, and does not pass by itself.
        await saltstack.write(saltstack.siteCollections, siteCollectionId, () =>
          saltstack.api.siteCollections.changeStorage(siteCollectionId, inputs.storage, signal),
        );
        return undefined;
      },
    },
  ],

  async delete(saltstack: SaltstackClient, { siteCollectionId = "" }, { signal }, { siteType }) {
    if (!isRegular(siteType)) {
      throw new SystemError(
        `the ${String(siteType)} site collection of a tenant or user cannot be deleted. To let go of it, set the resource ` +
          "option `retainOnDelete: true` and run `pulumi up` before it is taken out of the program.",
        "no",
      );
    }
    await saltstack.delete(saltstack.siteCollections, siteCollectionId, () =>
      saltstack.api.siteCollections.delete(siteCollectionId, signal),
    );
  },
});

/** The type is not shown by every answer; what is made here is regular. */
function isRegular(siteType: unknown): boolean {
  return siteType === undefined || siteType === "regular";
}

function liveOf({ siteCollectionId, userId, templateId, name, siteUrl, description, ...site }: SiteCollection) {
  return {
    siteCollectionId,
    userId,
    templateId,
    name,
    ...(siteUrl === null ? {} : { siteUrl }),
    description,
    ...(site.storage === undefined ? {} : { storage: site.storage }),
    accessUrl: site.accessUrl,
    ...(site.type === undefined ? {} : { siteType: site.type }),
  };
}
