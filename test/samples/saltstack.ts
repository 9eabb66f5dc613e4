import type { Emulator } from "../../emulator/index.ts";
import type { Declared } from "../support/testStack.ts";
import type { OutsideChange, Place, Sample } from "./sample.ts";

const project = "0e86f04bb1fd48e181742d0598db69d5";
const customer = "3b0fc2c0f0ed4f40b26126dc9cbd8f9f";
const teamSite = "04e2a211df964967ad2e57796056bdb9";
const blog = "6fce60a7f8094b7f8579024b41835d6f";

const needed = (name: string, type: string, args: Readonly<Record<string, unknown>>): Declared => ({
  name,
  type: `saltstack:${type}`,
  args,
});
const exchange = (name: string) =>
  needed(name, "ExchangeTenant", { linkId: "1", name, domain: `${name}.example.com`, mailboxSize: 50_000 });
const sharepoint = (name: string) =>
  needed(name, "SharepointTenant", {
    linkId: "2",
    name,
    domain: `${name}.example.com`,
    storage: 50_000,
    siteName: "Main site",
    siteDescription: "Awesome main site",
    templateId: teamSite,
  });
const person = (name: string, tenant: string) =>
  needed(name, "ExchangeUser", {
    tenantId: `\${${tenant}.tenantId}`,
    name,
    username: name,
    firstName: name,
    lastName: "Needed",
    mailboxSize: 5,
  });
const member = (name: string, tenant: string) =>
  needed(name, "SharepointUser", {
    tenantId: `\${${tenant}.tenantId}`,
    name,
    username: name,
    firstName: name,
    lastName: "Needed",
    email: `${name}@example.com`,
  });
const tenants = [exchange("mail"), exchange("othermail")];
const people = [...tenants, person("ann", "mail"), person("bob", "mail")];
const spaces = [sharepoint("space"), sharepoint("otherspace")];

const field = (name: string, value: unknown): OutsideChange => ({ field: name, value });
/** Puts the ID of the user of that name into a field. */
const user =
  (name: string, username: string, kind: "exchange-users" | "sharepoint-users" = "exchange-users"): OutsideChange =>
  (emulator, place) => {
    const found = [...emulator.saltstack.list(kind).values()].find(({ fields }) => fields.username === username);
    emulator.change({ ...place, set: { [name]: found?.id } });
  };
/** Changes the main site collection of a tenant. */
const mainSite =
  (name: string, value: unknown): OutsideChange =>
  (emulator, { id }) => {
    const tenant = emulator.saltstack.list("sharepoint-tenants").get(id);
    const site = String(tenant?.fields.main_site_collection);
    emulator.change({ system: "saltstack", scope: "sharepoint-site-collections", id: site, set: { [name]: value } });
  };
const within =
  (scope: string) =>
  (id: string): Place => ({ system: "saltstack", scope, id });
/** The mailbox that a sample of many has; its username ends like the list's own name. */
const mailboxOf = (id: string, emulator: Emulator): Place => {
  const [tenant = "", list = ""] = id.split("/").map(decodeURIComponent);
  const mailbox = [...emulator.saltstack.list("exchange-users").values()].find(
    ({ fields }) => fields.tenant === tenant && fields.username === `zoe-${list}`,
  );
  return { system: "saltstack", scope: "exchange-users", id: mailbox?.id ?? "" };
};
const zoe = { name: "Zoe", firstName: "Zoe", lastName: "Chloe", mailboxSize: 2, office: "1", department: "Sales" };

export const saltstack: readonly Sample[] = [
  {
    type: "saltstack:Service",
    inputs: {
      name: "My own SaltStack",
      customerId: customer,
      settings: "http://example.com/api/service-settings/2aadad6a4b764661add14dfdda26b373/",
      dummy: true,
      backendUrl: "http://salt-master.example.com:8080",
      username: "salt",
      password: "not-a-real-one",
    },
    changed: {
      name: "Another SaltStack",
      customerId: "236f25fedf794e2da511b2d2763746ae",
      settings: "http://example.com/api/service-settings/b5b164ffbc434bbaaad15d4ae8f6a979/",
      dummy: false,
      backendUrl: "http://other-master.example.com:8080",
      username: "pepper",
      password: "not-a-real-one-either",
    },
    another: (name, inputs) => ({ name: `${String(inputs.name)}-${name}` }),
    wire: {
      name: field("name", "Renamed elsewhere"),
      customerId: field("customer", "236f25fedf794e2da511b2d2763746ae"),
      settings: field("settings", "http://example.com/api/service-settings/other/"),
      dummy: field("dummy", false),
    },
    locate: within("saltstack"),
  },
  {
    type: "saltstack:ServiceProjectLink",
    needs: [
      needed("service", "Service", { name: "Needed", customerId: customer }),
      needed("otherService", "Service", { name: "Needed, too", customerId: customer }),
    ],
    inputs: { serviceId: "${service.serviceId}", projectId: project },
    changed: { serviceId: "${otherService.serviceId}", projectId: "5490794d01f84f1d832137149442f664" },
    wire: {
      serviceId: field("service", "655b79490b63442d9264d76ab9478f62"),
      projectId: field("project", "236f25fedf794e2da511b2d2763746ae"),
    },
    locate: within("saltstack-service-project-link"),
  },
  {
    type: "saltstack:ExchangeTenant",
    inputs: { linkId: "1", name: "TST", description: "Our mail", domain: "test.com", mailboxSize: 300 },
    changed: { linkId: "2", name: "test.io", description: "My new domain", domain: "test.io", mailboxSize: 200 },
    wire: {
      linkId: field("service_project_link", "2"),
      name: field("name", "Renamed elsewhere"),
      description: field("description", "elsewhere"),
      domain: field("domain", "elsewhere.example.com"),
      mailboxSize: field("mailbox_size", 999),
    },
    locate: within("exchange-tenants"),
  },
  {
    type: "saltstack:ExchangeUser",
    needs: people,
    inputs: {
      tenantId: "${mail.tenantId}",
      username: "joe.d",
      name: "Joe D",
      firstName: "Joe",
      lastName: "Doe",
      mailboxSize: 5,
      office: "office",
      phone: "21323211",
      department: "test department",
      company: "test company",
      title: "Joe",
      managerId: "${ann.userId}",
      notify: true,
      sendOnBehalf: ["${ann.userId}"],
      sendAs: ["${ann.userId}", "${bob.userId}"],
      passwordTrigger: "2015",
    },
    changed: {
      tenantId: "${othermail.tenantId}",
      username: "jo.d",
      name: "Jo D",
      firstName: "Jo",
      lastName: "Dole",
      mailboxSize: 6,
      office: "another",
      phone: "21323212",
      department: "another department",
      company: "another company",
      title: "Jo",
      managerId: "${bob.userId}",
      notify: false,
      sendOnBehalf: ["${bob.userId}"],
      sendAs: ["${bob.userId}"],
      passwordTrigger: "2016",
    },
    another: (name, inputs) => ({ username: `${String(inputs.username)}-${name}` }),
    wire: {
      username: (emulator, place) => emulator.change({ ...place, set: { username: `elsewhere-${place.id}` } }),
      name: field("name", "Renamed elsewhere"),
      firstName: field("first_name", "elsewhere"),
      lastName: field("last_name", "elsewhere"),
      mailboxSize: field("mailbox_size", 99),
      office: field("office", ""),
      phone: field("phone", "0"),
      department: field("department", "elsewhere"),
      company: field("company", "elsewhere"),
      title: field("title", "elsewhere"),
      managerId: user("manager", "bob"),
      sendOnBehalf: field("send_on_behalf_members", []),
      sendAs: field("send_as_members", []),
    },
    locate: within("exchange-users"),
  },
  {
    type: "saltstack:ExchangeUsers",
    needs: tenants,
    inputs: { tenantId: "${mail.tenantId}", name: "staff", users: { "zoe-staff": zoe }, notify: false },
    changed: {
      tenantId: "${othermail.tenantId}",
      name: "crew",
      users: { "zoe-staff": { ...zoe, office: "2", mailboxSize: 3 } },
      notify: false,
    },
    another: (name, { users }) => ({
      name,
      users: Object.fromEntries(Object.values(users as object).map((row) => [`zoe-${name}`, row as unknown])),
    }),
    wire: { users: field("office", "elsewhere") },
    locate: mailboxOf,
  },
  {
    type: "saltstack:ExchangeContact",
    needs: tenants,
    inputs: {
      tenantId: "${mail.tenantId}",
      name: "Joe",
      email: "joe@example.com",
      firstName: "Joe",
      lastName: "Doe",
    },
    changed: {
      tenantId: "${othermail.tenantId}",
      name: "Jo",
      email: "jo@example.com",
      firstName: "Jo",
      lastName: "Dole",
    },
    wire: {
      name: field("name", "Renamed elsewhere"),
      email: (emulator, place) => emulator.change({ ...place, set: { email: `${place.id}@example.com` } }),
      firstName: field("first_name", "elsewhere"),
      lastName: field("last_name", "elsewhere"),
    },
    locate: within("exchange-contacts"),
  },
  {
    type: "saltstack:DistributionGroup",
    needs: [
      ...people,
      person("otherboss", "othermail"),
      needed("partner", "ExchangeContact", {
        tenantId: "${mail.tenantId}",
        name: "Partner",
        email: "partner@example.com",
        firstName: "Part",
        lastName: "Ner",
      }),
    ],
    inputs: {
      tenantId: "${mail.tenantId}",
      managerId: "${ann.userId}",
      name: "My Group",
      username: "grp",
      members: ["${ann.userId}", "${bob.userId}"],
      allowEmpty: true,
      sendersOut: true,
      deliveryMembers: ["${ann.userId}", "${partner.contactId}"],
    },
    changed: {
      tenantId: "${othermail.tenantId}",
      managerId: "${bob.userId}",
      name: "Our Group",
      username: "group",
      members: ["${bob.userId}"],
      allowEmpty: false,
      sendersOut: false,
      deliveryMembers: ["${partner.contactId}"],
    },
    along: {
      tenantId: { managerId: "${otherboss.userId}", members: ["${otherboss.userId}"], deliveryMembers: [] },
    },
    another: (name, inputs) => ({ username: `${String(inputs.username)}-${name}` }),
    wire: {
      managerId: user("manager", "bob"),
      name: field("name", "Renamed elsewhere"),
      username: (emulator, place) => emulator.change({ ...place, set: { username: `elsewhere-${place.id}` } }),
      members: field("members", []),
      sendersOut: field("senders_out", false),
      deliveryMembers: field("delivery_members", []),
    },
    locate: within("exchange-groups"),
  },
  {
    type: "saltstack:ConferenceRoom",
    needs: tenants,
    inputs: {
      tenantId: "${mail.tenantId}",
      name: "example-cr-1",
      username: "example-cr-1",
      location: "1st floor",
      mailboxSize: 100,
      phone: "123",
    },
    changed: {
      tenantId: "${othermail.tenantId}",
      name: "example",
      username: "example",
      location: "2nd floor",
      mailboxSize: 150,
      phone: "456",
    },
    wire: {
      name: field("name", "Renamed elsewhere"),
      username: (emulator, place) => emulator.change({ ...place, set: { username: `elsewhere-${place.id}` } }),
      location: field("location", "elsewhere"),
      mailboxSize: field("mailbox_size", 99),
      phone: field("phone", ""),
    },
    locate: within("exchange-conference-rooms"),
  },
  {
    type: "saltstack:SharepointTenant",
    inputs: {
      linkId: "2",
      name: "test tenant",
      description: "My space",
      domain: "myspace.com",
      storage: 2048,
      siteName: "Main site",
      siteDescription: "Awesome main site",
      templateId: teamSite,
      notify: true,
      phone: "123456789",
    },
    changed: {
      linkId: "1",
      name: "tenant new name",
      description: "tenant new description",
      domain: "ourspace.com",
      storage: 4096,
      siteName: "Another main site",
      siteDescription: "More awesome",
      templateId: blog,
      notify: false,
      phone: "987654321",
    },
    wire: {
      linkId: field("service_project_link", "1"),
      name: field("name", "Renamed elsewhere"),
      description: field("description", "elsewhere"),
      domain: field("domain", "elsewhere.example.com"),
      storage: field("storage", 9999),
      siteName: mainSite("name", "elsewhere"),
      siteDescription: mainSite("description", "elsewhere"),
      templateId: mainSite("template", blog),
    },
    locate: within("sharepoint-tenants"),
  },
  {
    type: "saltstack:SharepointUser",
    needs: spaces,
    inputs: {
      tenantId: "${space.tenantId}",
      name: "Joe",
      email: "joe@email.com",
      username: "joe.doe",
      firstName: "Joe",
      lastName: "Doe",
      phone: "123456789",
      notify: true,
      passwordTrigger: "2015",
    },
    changed: {
      tenantId: "${otherspace.tenantId}",
      name: "Jo",
      email: "jo@email.com",
      username: "jo.dole",
      firstName: "Jo",
      lastName: "Dole",
      phone: "987654321",
      notify: false,
      passwordTrigger: "2016",
    },
    wire: {
      name: field("name", "Renamed elsewhere"),
      email: field("email", "elsewhere@email.com"),
      username: (emulator, place) => emulator.change({ ...place, set: { username: `elsewhere-${place.id}` } }),
      firstName: field("first_name", "elsewhere"),
      lastName: field("last_name", "elsewhere"),
      phone: field("phone", "0"),
    },
    locate: within("sharepoint-users"),
  },
  {
    type: "saltstack:SiteCollection",
    needs: [...spaces, member("owner", "space"), member("heir", "otherspace")],
    inputs: {
      userId: "${owner.userId}",
      templateId: teamSite,
      name: "Test",
      siteUrl: "test",
      description: "Test portal",
      storage: 100,
    },
    changed: {
      userId: "${heir.userId}",
      templateId: blog,
      name: "Portal",
      siteUrl: "portal",
      description: "Another portal",
      storage: 200,
    },
    another: (name, inputs) => ({ name: `${String(inputs.name)}-${name}` }),
    wire: {
      userId: user("user", "heir", "sharepoint-users"),
      templateId: field("template", blog),
      name: (emulator, place) => emulator.change({ ...place, set: { name: `elsewhere-${place.id}` } }),
      siteUrl: field("site_url", "elsewhere"),
      description: field("description", "elsewhere"),
      storage: field("storage", 99),
    },
    locate: within("sharepoint-site-collections"),
  },
];
