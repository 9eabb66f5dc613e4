import * as z from "zod";
import { identifier } from "../../resource/property.ts";
import { baseUrl } from "../connectionSettings.ts";
import type { SystemDefinition } from "../system.ts";
import { GroupIdClient, type GroupIdSettings } from "./client.ts";
import { directoryFunctions, directoryResources } from "./directory.ts";
import { synchronizeFunctions, synchronizeResources } from "./synchronize.ts";

/** Netwrix Directory Manager (GroupID). */
export const groupid: SystemDefinition = {
  name: "groupid",
  description:
    "Netwrix Directory Manager (GroupID): groups, smart groups, members, contacts and users of a directory; data sources, sync jobs and workflow routes.",
  settings: z.strictObject({
    url: baseUrl().meta({
      description: "Where GroupID's services are, such as `https://groupid.example.com:4443`.",
    }),
    username: z.string().min(1).optional().meta({ description: "The user to sign in as." }),
    password: z.string().min(1).optional().meta({ description: "That user's password.", secret: true }),
    clientId: z.string().min(1).optional().meta({
      description: "The ID of the API's client, from the database table SVC.Client.",
      secret: true,
    }),
    clientSecret: z.string().min(1).optional().meta({
      description: "The secret of the API's client, from the same table.",
      secret: true,
    }),
    identityStoreId: identifier().optional().meta({
      description:
        "The ID of the identity store that the user signs in to. Objects of the directory are in it where they name no other.",
    }),
    token: z.string().min(1).optional().meta({
      description: "A token that is ready, sent as a bearer token, instead of a sign-in, or to begin with.",
      secret: true,
    }),
    userIdentity: z.string().min(1).optional().meta({
      description:
        "The identity of a user of the identity store, such as its GUID, for the calls that list groups from a user's side. `username` by default.",
    }),
  }),
  credentials: [
    ["username", "password", "clientId", "clientSecret", "identityStoreId"],
    ["token", "identityStoreId"],
  ],
  connect: (http, settings, signal) => new GroupIdClient(http, settings as GroupIdSettings, signal),
  resources: [...directoryResources, ...synchronizeResources],
  functions: [...directoryFunctions, ...synchronizeFunctions],
};
