/** The lists of the API; each is a scope of the emulator's objects. */
export const kinds = [
  "saltstack",
  "saltstack-service-project-link",
  "exchange-tenants",
  "exchange-users",
  "exchange-contacts",
  "exchange-groups",
  "exchange-conference-rooms",
  "sharepoint-templates",
  "sharepoint-tenants",
  "sharepoint-users",
  "sharepoint-site-collections",
] as const;

export type Kind = (typeof kinds)[number];

/** An object under the names of the wire; references to others are their IDs. */
export interface Entity {
  readonly kind: Kind;
  readonly id: string;
  /** Not made by anybody: it was there from the start, or came with another object. */
  readonly automatic: boolean;
  readonly fields: Record<string, unknown>;
}

const tenantState = {
  state: "Online",
  error_message: "",
  start_time: null,
  created: "2015-10-20T10:35:19.146Z",
  backend_id: "",
};

/** Every field that an object has, with what it holds where nothing is said. */
export const blank: Readonly<Record<Kind, Readonly<Record<string, unknown>>>> = {
  saltstack: { name: "Service", customer: "", settings: null, dummy: false, backend_url: null, password: null },
  "saltstack-service-project-link": { service: "", project: "" },
  "exchange-tenants": {
    name: "Tenant",
    description: "",
    service_project_link: "",
    domain: "",
    mailbox_size: 1024,
    ...tenantState,
  },
  "exchange-users": {
    tenant: "",
    name: "",
    username: "",
    first_name: "",
    last_name: "",
    password: "",
    mailbox_size: 1,
    office: "",
    phone: "",
    department: "",
    company: "",
    title: "",
    manager: null,
    send_on_behalf_members: [],
    send_as_members: [],
  },
  "exchange-contacts": { tenant: "", name: "", email: "", first_name: "", last_name: "" },
  "exchange-groups": {
    tenant: "",
    manager: "",
    name: "",
    username: "",
    senders_out: false,
    members: [],
    delivery_members: [],
  },
  "exchange-conference-rooms": { tenant: "", name: "", username: "", location: "", phone: "", mailbox_size: 1 },
  "sharepoint-templates": { name: "", code: "" },
  "sharepoint-tenants": {
    name: "Tenant",
    description: "",
    service_project_link: "",
    domain: "",
    storage: 1024,
    admin: null,
    main_site_collection: null,
    admin_site_collection: null,
    ...tenantState,
  },
  "sharepoint-users": {
    tenant: "",
    name: "",
    username: "",
    first_name: "",
    last_name: "",
    email: "",
    password: "",
    phone: "",
    personal_site_collection: null,
  },
  "sharepoint-site-collections": {
    user: "",
    template: null,
    name: "",
    description: "",
    site_url: "",
    storage: 1,
    access_url: "",
    type: "regular",
  },
};

/** Which field of an object names its parent, and of what kind that is: what goes when the parent goes. */
export const parents: Partial<Readonly<Record<Kind, { readonly field: string; readonly kind: Kind }>>> = {
  "saltstack-service-project-link": { field: "service", kind: "saltstack" },
  "exchange-users": { field: "tenant", kind: "exchange-tenants" },
  "exchange-contacts": { field: "tenant", kind: "exchange-tenants" },
  "exchange-groups": { field: "tenant", kind: "exchange-tenants" },
  "exchange-conference-rooms": { field: "tenant", kind: "exchange-tenants" },
  "sharepoint-users": { field: "tenant", kind: "sharepoint-tenants" },
  "sharepoint-site-collections": { field: "user", kind: "sharepoint-users" },
};
