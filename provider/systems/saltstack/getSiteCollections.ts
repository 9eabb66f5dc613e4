import * as z from "zod";
import { defineFunction } from "../../resource/definition.ts";
import { present } from "../present.ts";
import { siteCollectionTypes } from "./api/siteCollections.ts";
import type { SaltstackClient } from "./client.ts";
import { filter, idFilter, match, matching } from "./matching.ts";

const siteResult = {
  siteCollectionId: z.string().meta({ description: "The ID of the site collection." }),
  userId: z.string().optional().meta({ description: "The ID of the SharePoint user who administers it." }),
  templateId: z.string().optional().meta({ description: "The ID of the template." }),
  templateCode: z.string().optional().meta({ description: "The code of the template, such as `STS#0`." }),
  templateName: z.string().optional().meta({ description: "The name of the template." }),
  name: z.string().optional().meta({ description: "The name." }),
  siteUrl: z.string().optional().meta({ description: "The end of the URL." }),
  description: z.string().optional().meta({ description: "What it is for." }),
  storage: z.number().optional().meta({ description: "How much it may hold in MB." }),
  storageUsage: z.number().optional().meta({ description: "How much it holds in MB." }),
  accessUrl: z.string().optional().meta({ description: "The whole URL." }),
  type: z.string().optional().meta({ description: "`main`, `admin`, `personal` or `regular`." }),
  deletable: z.boolean().optional().meta({ description: "Whether it can be deleted." }),
};

/** `saltstack.getSiteCollections`: GET sharepoint-site-collections/. */
export const getSiteCollections = defineFunction({
  type: "saltstack:getSiteCollections",
  description: "Lists the site collections that fit all that is given.",
  inputs: {
    tenantId: idFilter("tenant"),
    userId: idFilter("user"),
    templateId: idFilter("template"),
    templateCode: filter("template's code"),
    templateName: filter("template's name"),
    name: filter("name"),
    description: filter("description"),
    accessUrl: filter("URL"),
    types: z
      .array(
        z
          .enum(siteCollectionTypes)
          .meta({ typeName: "SiteCollectionType", description: "Where a site collection comes from." }),
      )
      .optional()
      .meta({ description: "Only those of these types." }),
    match,
  },
  outputs: {
    siteCollections: z
      .array(z.object(siteResult).meta({ typeName: "SiteCollectionResult", description: "A site collection." }))
      .meta({ description: "The site collections." }),
  },

  async invoke({ api }: SaltstackClient, { tenantId, userId, templateId, types, match: how, ...texts }, { signal }) {
    const filters = { ...texts, tenantUuid: tenantId, userUuid: userId, templateUuid: templateId, type: types };
    const found = await api.siteCollections.list(filters, signal);
    const fitting = matching(found, how, { texts, ids: { userId, templateId } });
    return {
      siteCollections: fitting
        .filter(({ type }) => types === undefined || type === undefined || types.some((wanted) => wanted === type))
        .map(present),
    };
  },
});

/** `saltstack.getSiteCollection`: GET sharepoint-site-collections/{uuid}/. */
export const getSiteCollection = defineFunction({
  type: "saltstack:getSiteCollection",
  description: "Reads one site collection, by its ID.",
  inputs: { siteCollectionId: z.string().min(1).meta({ description: "The ID of the site collection." }) },
  outputs: siteResult,
  invoke: async ({ api }: SaltstackClient, { siteCollectionId }, { signal }) =>
    present(await api.siteCollections.get(siteCollectionId, signal)),
});

/** `saltstack.getSharepointTemplates`: GET sharepoint-templates/. */
export const getSharepointTemplates = defineFunction({
  type: "saltstack:getSharepointTemplates",
  description: "Lists the templates of site collections.",
  inputs: {
    name: filter("name"),
    code: z.string().min(1).optional().meta({ description: "Only the one with this code, such as `STS#0`." }),
    domain: z.string().min(1).optional().meta({ description: "Only those of this domain, as the system sees it." }),
    match,
  },
  outputs: {
    templates: z
      .array(
        z
          .object({
            templateId: z.string().meta({ description: "The ID of the template." }),
            name: z.string().optional().meta({ description: "The name of the template, such as `Team Site`." }),
            code: z.string().optional().meta({ description: "The code of the template, such as `STS#0`." }),
          })
          .meta({ typeName: "SharepointTemplateResult", description: "A template of site collections." }),
      )
      .meta({ description: "The templates." }),
  },

  async invoke({ api }: SaltstackClient, { name, code, domain, match: how }, { signal }) {
    const found = await api.siteCollections.listTemplates({ name, domain }, signal);
    return { templates: matching(found, how, { texts: { name }, ids: { code } }).map(present) };
  },
});
