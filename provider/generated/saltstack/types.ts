// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";

/** One mailbox of many. */
export interface Mailbox {
  /** The name that people see, unique in the tenant. */
  name: string;
  /** The first name. */
  firstName: string;
  /** The last name. */
  lastName: string;
  /** The size of the mailbox in MB, at least 1. It counts in the tenant's. */
  mailboxSize: number;
  /** The office. */
  office?: string | undefined;
  /** The phone number. */
  phone?: string | undefined;
  /** The department. */
  department?: string | undefined;
  /** The company. */
  company?: string | undefined;
  /** The title. */
  title?: string | undefined;
}

/** One mailbox of many. Its values may be outputs of resources. */
export interface MailboxArgs {
  /** The name that people see, unique in the tenant. */
  name: pulumi.Input<string>;
  /** The first name. */
  firstName: pulumi.Input<string>;
  /** The last name. */
  lastName: pulumi.Input<string>;
  /** The size of the mailbox in MB, at least 1. It counts in the tenant's. */
  mailboxSize: pulumi.Input<number>;
  /** The office. */
  office?: pulumi.Input<string> | undefined;
  /** The phone number. */
  phone?: pulumi.Input<string> | undefined;
  /** The department. */
  department?: pulumi.Input<string> | undefined;
  /** The company. */
  company?: pulumi.Input<string> | undefined;
  /** The title. */
  title?: pulumi.Input<string> | undefined;
}

/** How texts are looked for. */
export type TextMatch = "exact" | "contains";

/** A service. */
export interface ServiceResult {
  /** The ID of the service. */
  serviceId: string;
  /** The name of the service. */
  name?: string | undefined;
  /** The ID of the customer that it belongs to. */
  customerId?: string | undefined;
  /** The URL of its settings. */
  settings?: string | undefined;
}

/** A link between a service and a project. */
export interface ServiceProjectLinkResult {
  /** The ID of the link. */
  linkId: string;
  /** The ID of the service. */
  serviceId: string;
  /** The name of the service. */
  serviceName?: string | undefined;
  /** The ID of the project. */
  projectId: string;
  /** The name of the project. */
  projectName?: string | undefined;
  /** How much may be made through the link, and how much was. */
  quotas: Quota[];
}

/** A limit, and how much of it is used. */
export interface Quota {
  /** What is limited, such as `mailbox_size`, in MB, or `user_count`. */
  name: string;
  /** How much there may be; -1 for no limit. */
  limit: number;
  /** How much there is. */
  usage: number;
}

/** An Exchange tenant. */
export interface ExchangeTenantResult {
  /** The ID of the tenant. */
  tenantId: string;
  /** The name of the tenant. */
  name?: string | undefined;
  /** What the tenant is for. */
  description?: string | undefined;
  /** The domain of the tenant. */
  domain?: string | undefined;
  /** The state of the tenant: `Online` once it can be used. */
  state: string;
  /** What the system says of a tenant that is `Erred`. */
  errorMessage?: string | undefined;
  /** When the tenant was begun, in ISO 8601. */
  created?: string | undefined;
  /** When the tenant came to life, in ISO 8601. */
  startTime?: string | undefined;
  /** The ID of the link that the tenant was made through. */
  linkId?: string | undefined;
  /** The ID of the service. */
  serviceId?: string | undefined;
  /** The name of the service. */
  serviceName?: string | undefined;
  /** The ID of the project. */
  projectId?: string | undefined;
  /** The name of the project. */
  projectName?: string | undefined;
  /** The ID of the customer. */
  customerId?: string | undefined;
  /** The name of the customer. */
  customerName?: string | undefined;
  /** How much there may be in the tenant, and how much there is. */
  quotas: Quota[];
  /** The size of all mailboxes together in MB. */
  mailboxSize?: number | undefined;
  /** The URL of Outlook Web Access. */
  owaUrl?: string | undefined;
  /** The URL of the Exchange control panel. */
  ecpUrl?: string | undefined;
}

/** A user of an Exchange tenant. */
export interface ExchangeUserResult {
  /** The ID of the user. */
  userId: string;
  /** The ID of the tenant. */
  tenantId: string;
  /** The domain of the tenant. */
  tenantDomain?: string | undefined;
  /** The name that people see. */
  name?: string | undefined;
  /** The part of the address before the `@`. */
  username?: string | undefined;
  /** The address of the mailbox. */
  email?: string | undefined;
  /** The first name. */
  firstName?: string | undefined;
  /** The last name. */
  lastName?: string | undefined;
  /** The size of the mailbox in MB. */
  mailboxSize?: number | undefined;
  /** How much of the mailbox is used, in MB. */
  mailboxUsage?: number | undefined;
  /** The ID of the user's manager. */
  managerId?: string | undefined;
  /** The office. */
  office?: string | undefined;
  /** The phone number. */
  phone?: string | undefined;
  /** The department. */
  department?: string | undefined;
  /** The company. */
  company?: string | undefined;
  /** The title. */
  title?: string | undefined;
  /** The IDs of all users who may send on behalf of this one, wherever that was declared. */
  sendOnBehalf?: string[] | undefined;
  /** The IDs of all users who may send as this one, wherever that was declared. */
  sendAs?: string[] | undefined;
}

/** A contact of an Exchange tenant. */
export interface ExchangeContactResult {
  /** The ID of the contact. */
  contactId: string;
  /** The ID of the tenant. */
  tenantId: string;
  /** The domain of the tenant. */
  tenantDomain?: string | undefined;
  /** The name that people see. */
  name?: string | undefined;
  /** The address. */
  email?: string | undefined;
  /** The first name. */
  firstName?: string | undefined;
  /** The last name. */
  lastName?: string | undefined;
}

/** A distribution group. */
export interface DistributionGroupResult {
  /** The ID of the group. */
  groupId: string;
  /** The ID of the tenant. */
  tenantId: string;
  /** The domain of the tenant. */
  tenantDomain?: string | undefined;
  /** The ID of the user who manages the group. */
  managerId?: string | undefined;
  /** That user's name. */
  managerName?: string | undefined;
  /** The name that people see. */
  name?: string | undefined;
  /** The part of the address before the `@`. */
  username?: string | undefined;
  /** The address of the group. */
  email?: string | undefined;
  /** Whether senders outside of the tenant may write to it. */
  sendersOut?: boolean | undefined;
  /** The IDs of the members. */
  members?: string[] | undefined;
  /** The IDs of the users and contacts who alone may write to it. A list need not show them. */
  deliveryMembers?: string[] | undefined;
}

/** A conference room. */
export interface ConferenceRoomResult {
  /** The ID of the room. */
  roomId: string;
  /** The ID of the tenant. */
  tenantId: string;
  /** The domain of the tenant. */
  tenantDomain?: string | undefined;
  /** The name that people see. */
  name?: string | undefined;
  /** The part of the address before the `@`. */
  username?: string | undefined;
  /** The address of the room. */
  email?: string | undefined;
  /** Where the room is. */
  location?: string | undefined;
  /** The size of the mailbox in MB. */
  mailboxSize?: number | undefined;
  /** How much of the mailbox is used, in MB. */
  mailboxUsage?: number | undefined;
  /** The phone number of the room. */
  phone?: string | undefined;
}

/** A template of site collections. */
export interface SharepointTemplateResult {
  /** The ID of the template. */
  templateId: string;
  /** The name of the template, such as `Team Site`. */
  name?: string | undefined;
  /** The code of the template, such as `STS#0`. */
  code?: string | undefined;
}

/** A SharePoint tenant. */
export interface SharepointTenantResult {
  /** The ID of the tenant. */
  tenantId: string;
  /** The name of the tenant. */
  name?: string | undefined;
  /** What the tenant is for. */
  description?: string | undefined;
  /** The domain of the tenant. */
  domain?: string | undefined;
  /** The state of the tenant: `Online` once it can be used. */
  state: string;
  /** What the system says of a tenant that is `Erred`. */
  errorMessage?: string | undefined;
  /** When the tenant was begun, in ISO 8601. */
  created?: string | undefined;
  /** When the tenant came to life, in ISO 8601. */
  startTime?: string | undefined;
  /** The ID of the link that the tenant was made through. */
  linkId?: string | undefined;
  /** The ID of the service. */
  serviceId?: string | undefined;
  /** The name of the service. */
  serviceName?: string | undefined;
  /** The ID of the project. */
  projectId?: string | undefined;
  /** The name of the project. */
  projectName?: string | undefined;
  /** The ID of the customer. */
  customerId?: string | undefined;
  /** The name of the customer. */
  customerName?: string | undefined;
  /** How much there may be in the tenant, and how much there is. */
  quotas: Quota[];
  /** The storage in MB. */
  storage?: number | undefined;
  /** The URL of the main site collection. */
  accessUrl?: string | undefined;
  /** The IP address that the domain should lead to. */
  managementIp?: string | undefined;
  /** The ID of the administrator, a SharePoint user. */
  adminId?: string | undefined;
  /** The ID of the main site collection. */
  mainSiteCollectionId?: string | undefined;
  /** The ID of the admin site collection. */
  adminSiteCollectionId?: string | undefined;
}

/** A user of a SharePoint tenant. */
export interface SharepointUserResult {
  /** The ID of the user. */
  userId: string;
  /** The ID of the tenant. */
  tenantId: string;
  /** The domain of the tenant. */
  tenantDomain?: string | undefined;
  /** The name that people see. */
  name?: string | undefined;
  /** The e-mail address. */
  email?: string | undefined;
  /** The name to sign in with. */
  username?: string | undefined;
  /** The first name. */
  firstName?: string | undefined;
  /** The last name. */
  lastName?: string | undefined;
  /** The phone number. A list need not show it. */
  phone?: string | undefined;
  /** The ID of the personal site collection. A list need not show it. */
  personalSiteCollectionId?: string | undefined;
  /** Its URL. A list need not show it. */
  personalSiteUrl?: string | undefined;
}

/** Where a site collection comes from. */
export type SiteCollectionType = "main" | "admin" | "personal" | "regular";

/** A site collection. */
export interface SiteCollectionResult {
  /** The ID of the site collection. */
  siteCollectionId: string;
  /** The ID of the SharePoint user who administers it. */
  userId?: string | undefined;
  /** The ID of the template. */
  templateId?: string | undefined;
  /** The code of the template, such as `STS#0`. */
  templateCode?: string | undefined;
  /** The name of the template. */
  templateName?: string | undefined;
  /** The name. */
  name?: string | undefined;
  /** The end of the URL. */
  siteUrl?: string | undefined;
  /** What it is for. */
  description?: string | undefined;
  /** How much it may hold in MB. */
  storage?: number | undefined;
  /** How much it holds in MB. */
  storageUsage?: number | undefined;
  /** The whole URL. */
  accessUrl?: string | undefined;
  /** `main`, `admin`, `personal` or `regular`. */
  type?: string | undefined;
  /** Whether it can be deleted. */
  deletable?: boolean | undefined;
}
