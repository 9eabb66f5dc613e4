import type { HttpSettings } from "../../../http/client.ts";
import { ConferenceRoomsApi } from "./conferenceRooms.ts";
import { ContactsApi } from "./contacts.ts";
import { DistributionGroupsApi } from "./distributionGroups.ts";
import { ExchangeTenantsApi } from "./exchangeTenants.ts";
import { ExchangeUsersApi } from "./exchangeUsers.ts";
import { ServicesApi } from "./services.ts";
import { SharepointTenantsApi } from "./sharepointTenants.ts";
import { SharepointUsersApi } from "./sharepointUsers.ts";
import { SiteCollectionsApi } from "./siteCollections.ts";
import { type Credentials, Transport } from "./transport.ts";

/** NodeConductor's REST API for its SaltStack plugin (seeds/004), by subject. */
export class SaltstackApi {
  readonly services: ServicesApi;
  readonly exchangeTenants: ExchangeTenantsApi;
  readonly exchangeUsers: ExchangeUsersApi;
  readonly contacts: ContactsApi;
  readonly distributionGroups: DistributionGroupsApi;
  readonly conferenceRooms: ConferenceRoomsApi;
  readonly sharepointTenants: SharepointTenantsApi;
  readonly sharepointUsers: SharepointUsersApi;
  readonly siteCollections: SiteCollectionsApi;

  constructor(http: HttpSettings, credentials: Credentials) {
    const transport = new Transport(http, credentials);
    this.services = new ServicesApi(transport);
    this.exchangeTenants = new ExchangeTenantsApi(transport);
    this.exchangeUsers = new ExchangeUsersApi(transport);
    this.contacts = new ContactsApi(transport);
    this.distributionGroups = new DistributionGroupsApi(transport);
    this.conferenceRooms = new ConferenceRoomsApi(transport);
    this.sharepointTenants = new SharepointTenantsApi(transport);
    this.sharepointUsers = new SharepointUsersApi(transport);
    this.siteCollections = new SiteCollectionsApi(transport);
  }
}
