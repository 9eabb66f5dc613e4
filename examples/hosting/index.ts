import * as pulumi from "@pulumi/pulumi";
import { saltstack } from "pulumi-groupware";

// What holds mail or documents is protected: Pulumi refuses to delete it. To take everything down all the same, run
// `pulumi config set protect false`, `pulumi up`, and then `pulumi destroy`.
const protect = new pulumi.Config().getBoolean("protect") ?? true;
const holdsData: pulumi.CustomResourceOptions = { protect };

// An administrator has linked a service to the project of the company: everything is made through that link.
const linkId = saltstack.getServiceProjectLinksOutput({ serviceName: "My SaltStack" }).apply(({ links: [link] }) => {
  if (link === undefined) {
    throw new Error("No project that this token has a role in is linked to the service My SaltStack.");
  }
  return link.linkId;
});
const teamSite = saltstack.getSharepointTemplatesOutput({ name: "Team Site" }).apply(({ templates: [template] }) => {
  if (template === undefined) {
    throw new Error("There is no template of the name Team Site.");
  }
  return template.templateId;
});

// Mail. Nothing is made in the tenant before it is Online.
const mail = new saltstack.ExchangeTenant(
  "mail",
  { linkId, name: "Example", domain: "example.com", mailboxSize: 51_200 },
  holdsData,
);
const { tenantId } = mail;

const zoe = new saltstack.ExchangeUser(
  "zoe",
  { tenantId, name: "Zoe Chloe", username: "zoe", firstName: "Zoe", lastName: "Chloe", mailboxSize: 2048 },
  holdsData,
);
const joe = new saltstack.ExchangeUser(
  "joe",
  {
    tenantId,
    name: "Joe Doe",
    username: "joe.doe",
    firstName: "Joe",
    lastName: "Doe",
    mailboxSize: 1024,
    managerId: zoe.userId,
    // Zoe may write in Joe's name. The system shows that at both; it is declared at one of them only.
    sendAs: [zoe.userId],
  },
  holdsData,
);
const staff = new saltstack.ExchangeUsers(
  "staff",
  {
    tenantId,
    name: "staff",
    users: {
      "ivan.p": { name: "Ivan Petrov", firstName: "Ivan", lastName: "Petrov", mailboxSize: 512 },
      "ann.s": { name: "Ann Smith", firstName: "Ann", lastName: "Smith", mailboxSize: 512, department: "Sales" },
    },
  },
  holdsData,
);
const partner = new saltstack.ExchangeContact("partner", {
  tenantId,
  name: "Partner",
  email: "partner@example.net",
  firstName: "Part",
  lastName: "Ner",
});
new saltstack.DistributionGroup("sales", {
  tenantId,
  managerId: zoe.userId,
  name: "All of sales",
  username: "sales",
  sendersOut: true,
  members: [zoe.userId, joe.userId, staff.userIds.apply((ids) => ids["ann.s"] ?? "")],
  deliveryMembers: [zoe.userId, joe.userId, partner.contactId],
});
new saltstack.ConferenceRoom("auditorium", {
  tenantId,
  name: "Auditorium",
  username: "auditorium",
  location: "Ground floor",
  mailboxSize: 100,
});

// Sites.
const space = new saltstack.SharepointTenant(
  "space",
  {
    linkId,
    name: "Example",
    domain: "space.example.com",
    storage: 4096,
    siteName: "Example",
    siteDescription: "The entrance",
    templateId: teamSite,
  },
  holdsData,
);
const editor = new saltstack.SharepointUser(
  "editor",
  {
    tenantId: space.tenantId,
    name: "Editor",
    username: "editor",
    firstName: "Ed",
    lastName: "Itor",
    email: "editor@example.com",
    // Another text here has a new password generated.
    passwordTrigger: "2026",
  },
  holdsData,
);
const sites = [
  { name: "Intranet", siteUrl: "intranet", description: "What everybody should know", storage: 500 },
  { name: "Newsroom", siteUrl: "news", description: "What is new", storage: 200 },
].map(
  (site) =>
    new saltstack.SiteCollection(site.siteUrl, { userId: editor.userId, templateId: teamSite, ...site }, holdsData),
);

export const outlook = mail.owaUrl;
export const editorPassword = editor.password;
export const siteUrls = sites.map((site) => site.accessUrl);
