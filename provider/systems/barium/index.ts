import * as z from "zod";
import { baseUrl } from "../connectionSettings.ts";
import type { SystemDefinition } from "../system.ts";
import type { Credentials } from "./api.ts";
import { BariumClient } from "./client.ts";
import { getGroup } from "./getGroup.ts";
import { getGroups } from "./getGroups.ts";
import { group } from "./group.ts";

/** Barium Live: the groups of its domains. */
export const barium: SystemDefinition = {
  name: "barium",
  description: "Barium Live: the groups of its domains.",
  settings: z.strictObject({
    url: baseUrl().meta({
      description: "The base of the REST API with its version, such as `https://live.barium.se/api/v1.1`.",
    }),
    apiKey: z.string().min(1).optional().meta({ description: "The API key.", secret: true }),
    username: z.string().min(1).optional().meta({ description: "The user to sign in as." }),
    password: z.string().min(1).optional().meta({ description: "That user's password.", secret: true }),
    ticket: z.string().min(1).optional().meta({
      description: "A ticket that is ready, instead of a sign-in, or to begin with.",
      secret: true,
    }),
  }),
  credentials: [["apiKey", "username", "password"], ["ticket"]],
  connect: (http, settings, signal) => new BariumClient(http, settings as Credentials, signal),
  resources: [group],
  functions: [getGroup, getGroups],
};
