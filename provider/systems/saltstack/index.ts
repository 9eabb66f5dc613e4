import * as z from "zod";
import { baseUrl } from "../connectionSettings.ts";
import type { SystemDefinition } from "../system.ts";
import type { Credentials } from "./api/transport.ts";
import { SaltstackClient } from "./client.ts";
import { conferenceRoom } from "./conferenceRoom.ts";
import { distributionGroup } from "./distributionGroup.ts";
import { exchangeContact } from "./exchangeContact.ts";
import { exchangeTenant } from "./exchangeTenant.ts";
import { exchangeUser } from "./exchangeUser.ts";
import { exchangeUsers } from "./exchangeUsers.ts";
import { getConferenceRoom, getConferenceRooms } from "./getConferenceRooms.ts";
import { getDistributionGroup, getDistributionGroupMembers, getDistributionGroups } from "./getDistributionGroups.ts";
import { getExchangeContact, getExchangeContacts } from "./getExchangeContacts.ts";
import {
  getExchangeUser,
  getExchangeUserDelegates,
  getExchangeUsers,
  getExchangeUsersFromCsv,
} from "./getExchangeUsers.ts";
import { getServiceProjectLinks, getServices } from "./getServices.ts";
import { getSharepointUser, getSharepointUsers } from "./getSharepointUsers.ts";
import { getSharepointTemplates, getSiteCollection, getSiteCollections } from "./getSiteCollections.ts";
import { getExchangeTenant, getExchangeTenants, getSharepointTenant, getSharepointTenants } from "./getTenants.ts";
import { service } from "./service.ts";
import { serviceProjectLink } from "./serviceProjectLink.ts";
import { sharepointTenant } from "./sharepointTenant.ts";
import { sharepointUser } from "./sharepointUser.ts";
import { siteCollection } from "./siteCollection.ts";

/** NodeConductor SaltStack: Exchange and SharePoint hosting. */
export const saltstack: SystemDefinition = {
  name: "saltstack",
  description: "NodeConductor SaltStack: Exchange and SharePoint hosting.",
  settings: z.strictObject({
    url: baseUrl().meta({ description: "The base of the REST API, such as `https://nodeconductor.example.com/api`." }),
    token: z.string().min(1).optional().meta({ description: "The token of the user to act as.", secret: true }),
  }),
  credentials: [["token"]],
  connect: (http, settings, signal) => new SaltstackClient(http, settings as unknown as Credentials, signal),
  resources: [
    service,
    serviceProjectLink,
    exchangeTenant,
    exchangeUser,
    exchangeUsers,
    exchangeContact,
    distributionGroup,
    conferenceRoom,
    sharepointTenant,
    sharepointUser,
    siteCollection,
  ],
  functions: [
    getServices,
    getServiceProjectLinks,
    getExchangeTenants,
    getExchangeTenant,
    getExchangeUsers,
    getExchangeUser,
    getExchangeUserDelegates,
    getExchangeUsersFromCsv,
    getExchangeContacts,
    getExchangeContact,
    getDistributionGroups,
    getDistributionGroup,
    getDistributionGroupMembers,
    getConferenceRooms,
    getConferenceRoom,
    getSharepointTemplates,
    getSharepointTenants,
    getSharepointTenant,
    getSharepointUsers,
    getSharepointUser,
    getSiteCollections,
    getSiteCollection,
  ],
};
