import type { RawAnswer, RawClient } from "../rawClient.ts";
import type { DocumentedCalls } from "./documentedCall.ts";

const api = "/saltstack/api";
const template = `${api}/sharepoint-templates/04e2a211df964967ad2e57796056bdb9/`;

/** Makes an object behind the API; answers with its path. */
const make = ({ emulator }: RawClient, scope: string, set: Readonly<Record<string, unknown>> = {}) =>
  `${api}/${scope}/${emulator.change({ system: "saltstack", scope, set })}/`;
const idIn = (path: string) => path.split("/").at(-2) ?? "";
const exchangeTenant = (client: RawClient) =>
  make(client, "exchange-tenants", { name: "TST", domain: "test.com", service_project_link: "1" });
const sharepointTenant = (client: RawClient) =>
  make(client, "sharepoint-tenants", { name: "test", domain: "blog.com", service_project_link: "2", storage: 4096 });
const exchangeChild = (client: RawClient, scope: string, set: Readonly<Record<string, unknown>> = {}) =>
  make(client, scope, { tenant: idIn(exchangeTenant(client)), name: "Joe", username: "joe", ...set });
const user = (client: RawClient) => exchangeChild(client, "exchange-users", { phone: "21323211" });
const sharepointUser = (client: RawClient) =>
  make(client, "sharepoint-users", { tenant: idIn(sharepointTenant(client)), name: "Joe", username: "joe.doe" });
const site = (client: RawClient) =>
  make(client, "sharepoint-site-collections", { user: idIn(sharepointUser(client)), name: "Test", storage: 100 });

const newUser = {
  name: "Joe D",
  username: "joe.d",
  first_name: "Joe",
  last_name: "Doe",
  mailbox_size: "5",
  office: "office",
  phone: "21323211",
  department: "test department",
  company: "test company",
  title: "Joe",
};
const contact = { name: "Joe", email: "joe@example.com", first_name: "Joe", last_name: "Doe" };
const madeContact = (client: RawClient) =>
  make(client, "exchange-contacts", { ...contact, tenant: idIn(exchangeTenant(client)) });
const room = { name: "example", username: "example", location: "", mailbox_size: 100, phone: "" };
const newSharepointUser = {
  name: "Joe",
  email: "joe@email.com",
  first_name: "Joe",
  last_name: "Doe",
  username: "joe.doe",
};
const list =
  (scope: string) =>
  ({ call }: RawClient): Promise<RawAnswer> =>
    call("GET", `${api}/${scope}/`);
const one =
  (method: string, prepare: (client: RawClient) => string, body?: unknown, below = "") =>
  (client: RawClient): Promise<RawAnswer> =>
    client.call(method, prepare(client) + below, { body });

const group = (client: RawClient) => {
  const manager = user(client);
  const { tenant } = client.emulator.objects().saltstack?.["exchange-users"]?.[idIn(manager)] ?? {};
  return { tenant: `${api}/exchange-tenants/${String(tenant)}/`, manager };
};
const madeGroup = (client: RawClient) => {
  const { tenant, manager } = group(client);
  return make(client, "exchange-groups", { tenant: idIn(tenant), manager: idIn(manager), username: "grp" });
};

/** The document's own samples, typos mended. */
export const saltstack: DocumentedCalls = {
  "saltstack.services.list": list("saltstack"),
  "saltstack.services.create": ({ call }) =>
    call("POST", `${api}/saltstack/`, {
      body: {
        name: "My SaltStack",
        customer: "http://example.com/api/customers/2aadad6a4b764661add14dfdda26b373/",
        backend_url: "http://salt-master.example.com:8080",
        password: "secretkey",
      },
    }),
  "saltstack.spl.list": list("saltstack-service-project-link"),
  "saltstack.exchange.tenants.create": ({ call }) =>
    call("POST", `${api}/exchange-tenants/`, {
      body: {
        name: "TST",
        service_project_link: "http://example.com/api/saltstack-service-project-link/1/",
        domain: "test.com",
        mailbox_size: 300,
      },
    }),
  "saltstack.exchange.tenants.list": list("exchange-tenants"),
  "saltstack.exchange.tenants.get": one("GET", exchangeTenant),
  "saltstack.exchange.tenants.update": one("PUT", exchangeTenant, { name: "test.io", description: "My new domain" }),
  "saltstack.exchange.tenants.domain": one("POST", exchangeTenant, { domain: "test.io" }, "domain/"),
  "saltstack.exchange.tenants.changeQuotas": one("POST", exchangeTenant, { mailbox_size: 200 }, "change_quotas/"),
  "saltstack.exchange.tenants.delete": one("DELETE", exchangeTenant),
  "saltstack.exchange.tenants.bulkUsers": one(
    "POST",
    exchangeTenant,
    {
      csv: "name,first_name,last_name,username,mailbox_size,office,phone,department,company,title,email\nIvan P,Ivan,Petrov,ivan.p,2,,1,,,,ivan.p@test.com\nZoe,Zoe,Chloe,zoe,2,,2,,,,zoe@test.com",
      notify: true,
    },
    "users/",
  ),
  "saltstack.exchange.users.list": list("exchange-users"),
  "saltstack.exchange.users.create": (client) =>
    client.call("POST", `${api}/exchange-users/`, {
      body: {
        ...newUser,
        tenant: exchangeTenant(client),
        notify: true,
        manager: user(client),
        send_on_behalf_members: [],
        send_as_members: [],
      },
    }),
  "saltstack.exchange.users.put": one("PUT", user, newUser),
  "saltstack.exchange.users.patch": one("PATCH", user, { office: "other", mailbox_size: 5 }),
  "saltstack.exchange.users.password": one("POST", user, { notify: true }, "password/"),
  "saltstack.exchange.users.sendonbehalf": one("GET", user, undefined, "sendonbehalf/"),
  "saltstack.exchange.users.sendas": one("GET", user, undefined, "sendas/"),
  "saltstack.exchange.users.delete": one("DELETE", user),
  "saltstack.exchange.contacts.list": list("exchange-contacts"),
  "saltstack.exchange.contacts.create": (client) =>
    client.call("POST", `${api}/exchange-contacts/`, { body: { ...contact, tenant: exchangeTenant(client) } }),
  "saltstack.exchange.contacts.put": one("PUT", madeContact, contact),
  "saltstack.exchange.contacts.patch": one("PATCH", madeContact, { name: "Jo" }),
  "saltstack.exchange.contacts.delete": one("DELETE", madeContact),
  "saltstack.exchange.groups.list": list("exchange-groups"),
  "saltstack.exchange.groups.create": (client) =>
    client.call("POST", `${api}/exchange-groups/`, {
      body: { ...group(client), name: "My Group", username: "grp", senders_out: false, members: [] },
    }),
  "saltstack.exchange.groups.put": async (client) => {
    const path = madeGroup(client);
    const { manager } = client.emulator.objects().saltstack?.["exchange-groups"]?.[idIn(path)] ?? {};
    const link = `${api}/exchange-users/${String(manager)}/`;
    return client.call("PUT", path, { body: { name: "My Group", username: "grp", manager: link } });
  },
  "saltstack.exchange.groups.patch": async (client) => {
    const path = madeGroup(client);
    const { manager } = client.emulator.objects().saltstack?.["exchange-groups"]?.[idIn(path)] ?? {};
    return client.call("PATCH", path, { body: { members: [`${api}/exchange-users/${String(manager)}/`] } });
  },
  "saltstack.exchange.groups.delete": one("DELETE", madeGroup),
  "saltstack.exchange.groups.members": one("GET", madeGroup, undefined, "members/"),
  "saltstack.exchange.groups.deliveryMembers": one("GET", madeGroup, undefined, "delivery_members/"),
  "saltstack.exchange.groups.setDeliveryMembers": async (client) => {
    const members = [user(client), madeContact(client)];
    return client.call("POST", `${madeGroup(client)}delivery_members/`, { body: { members } });
  },
  "saltstack.exchange.rooms.list": list("exchange-conference-rooms"),
  "saltstack.exchange.rooms.create": (client) =>
    client.call("POST", `${api}/exchange-conference-rooms/`, { body: { ...room, tenant: exchangeTenant(client) } }),
  "saltstack.exchange.rooms.put": one("PUT", (client) => exchangeChild(client, "exchange-conference-rooms"), room),
  "saltstack.exchange.rooms.patch": one("PATCH", (client) => exchangeChild(client, "exchange-conference-rooms"), {
    location: "2nd floor",
    mailbox_size: 100,
  }),
  "saltstack.exchange.rooms.delete": one("DELETE", (client) => exchangeChild(client, "exchange-conference-rooms")),
  "saltstack.sharepoint.templates.list": list("sharepoint-templates"),
  "saltstack.sharepoint.tenants.create": ({ call }) =>
    call("POST", `${api}/sharepoint-tenants/`, {
      body: {
        name: "test tenant",
        service_project_link: "http://example.com/api/saltstack-service-project-link/2/",
        domain: "myspace.example.com",
        description: "My space",
        storage: 2048,
        site_name: "Main site",
        site_description: "Awesome main site",
        template: "http://example.com/api/sharepoint-templates/04e2a211df964967ad2e57796056bdb9/",
      },
    }),
  "saltstack.sharepoint.tenants.list": list("sharepoint-tenants"),
  "saltstack.sharepoint.tenants.get": one("GET", sharepointTenant),
  "saltstack.sharepoint.tenants.update": one("PUT", sharepointTenant, {
    name: "tenant new name",
    description: "tenant new description",
  }),
  "saltstack.sharepoint.tenants.delete": one("DELETE", sharepointTenant),
  "saltstack.sharepoint.tenants.changeQuotas": one("POST", sharepointTenant, { storage: 2048 }, "change_quotas/"),
  "saltstack.sharepoint.users.list": list("sharepoint-users"),
  "saltstack.sharepoint.users.create": (client) =>
    client.call("POST", `${api}/sharepoint-users/`, {
      body: { ...newSharepointUser, tenant: sharepointTenant(client), notify: true, phone: "123456789" },
    }),
  "saltstack.sharepoint.users.get": one("GET", sharepointUser),
  "saltstack.sharepoint.users.put": one("PUT", sharepointUser, newSharepointUser),
  "saltstack.sharepoint.users.patch": one("PATCH", sharepointUser, { name: "Jo" }),
  "saltstack.sharepoint.users.password": one("POST", sharepointUser, undefined, "password/"),
  "saltstack.sharepoint.users.delete": one("DELETE", sharepointUser),
  "saltstack.sharepoint.sites.create": (client) =>
    client.call("POST", `${api}/sharepoint-site-collections/`, {
      body: {
        template,
        user: sharepointUser(client),
        site_url: "test",
        name: "Test",
        description: "Test portal",
        storage: 100,
      },
    }),
  "saltstack.sharepoint.sites.list": list("sharepoint-site-collections"),
  "saltstack.sharepoint.sites.get": one("GET", site),
  "saltstack.sharepoint.sites.delete": one("DELETE", site),
  "saltstack.sharepoint.sites.changeQuotas.post": one("POST", site, { storage: 200 }, "change_quotas/"),
  "saltstack.sharepoint.sites.changeQuotas.put": one("PUT", site, { storage: 200 }, "change_quotas/"),
};
