import * as z from "zod";
import { baseUrl } from "../connectionSettings.ts";
import type { SystemDefinition } from "../system.ts";
import { ApioClient, type ApioSettings } from "./client.ts";
import { getGroup } from "./getGroup.ts";
import { getGroups } from "./getGroups.ts";
import { group } from "./group.ts";

/** Netaxis APIO: groups of BroadWorks tenants. */
export const apio: SystemDefinition = {
  name: "apio",
  description: "Netaxis APIO: groups of BroadWorks tenants.",
  settings: z.strictObject({
    url: baseUrl().meta({
      description: "The base of the REST API: `https://host/api/v1`, or behind APIO Core `https://host/api/v01/p1`.",
    }),
    username: z.string().min(1).optional().meta({ description: "The user to sign in as." }),
    password: z.string().min(1).optional().meta({ description: "That user's password.", secret: true }),
    token: z.string().min(1).optional().meta({
      description: "A token that is ready, sent as a bearer token, instead of a sign-in, or to begin with.",
      secret: true,
    }),
    listCriteria: z
      .enum(["body", "query"])
      .meta({ typeName: "ListCriteria", description: "Where the criteria of a list are sent." })
      .default("body")
      .meta({
        description:
          "Where the criteria of a list are sent: in the body of the GET, as the document shows, or in the query string.",
      }),
  }),
  credentials: [["username", "password"], ["token"]],
  connect: (http, settings, signal) => new ApioClient(http, settings as unknown as ApioSettings, signal),
  resources: [group],
  functions: [getGroup, getGroups],
};
