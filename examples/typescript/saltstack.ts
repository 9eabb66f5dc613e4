// Written from examples/yaml by `npm run generate`. Do not edit.
import * as pulumi from "@pulumi/pulumi";
import { saltstack } from "pulumi-groupware";

const mail = new saltstack.ExchangeTenant("mail", {
  linkId: "1",
  name: "Example",
  description: "Mail of the example company",
  domain: "example.com",
  mailboxSize: 51200,
}, { protect: true });

new saltstack.ConferenceRoom("auditorium", {
  tenantId: mail.tenantId,
  name: "Auditorium",
  username: "auditorium",
  location: "Ground floor",
  mailboxSize: 100,
});

const zoe = new saltstack.ExchangeUser("zoe", {
  tenantId: mail.tenantId,
  name: "Zoe Chloe",
  username: "zoe",
  firstName: "Zoe",
  lastName: "Chloe",
  mailboxSize: 2048,
  title: "Head of sales",
}, { protect: true });

const joe = new saltstack.ExchangeUser("joe", {
  tenantId: mail.tenantId,
  name: "Joe Doe",
  username: "joe.doe",
  firstName: "Joe",
  lastName: "Doe",
  mailboxSize: 1024,
  managerId: zoe.userId,
  sendOnBehalf: [zoe.userId],
}, { protect: true });

const partner = new saltstack.ExchangeContact("partner", {
  tenantId: mail.tenantId,
  name: "Partner",
  email: "partner@example.net",
  firstName: "Part",
  lastName: "Ner",
});

new saltstack.DistributionGroup("sales-list", {
  tenantId: mail.tenantId,
  managerId: zoe.userId,
  name: "All of sales",
  username: "sales",
  sendersOut: true,
  members: [zoe.userId, joe.userId],
  deliveryMembers: [zoe.userId, joe.userId, partner.contactId],
});

new saltstack.ExchangeUsers("sales-staff", {
  tenantId: mail.tenantId,
  name: "sales",
  users: {
    "ivan.p": {
      name: "Ivan Petrov",
      firstName: "Ivan",
      lastName: "Petrov",
      mailboxSize: 512,
      department: "Sales",
    },
    "ann.s": {
      name: "Ann Smith",
      firstName: "Ann",
      lastName: "Smith",
      mailboxSize: 512,
      department: "Sales",
    },
  },
}, { protect: true });

const links = saltstack.getServiceProjectLinksOutput({
  projectId: "0e86f04bb1fd48e181742d0598db69d5",
  serviceName: "My SaltStack",
});

new saltstack.ExchangeTenant("archive", {
  linkId: links.links[0].linkId,
  name: "Archive",
  domain: "archive.example.com",
  mailboxSize: 1024,
}, { protect: true });

const hosting = new saltstack.Service("hosting", {
  name: "Hosting",
  customerId: "3b0fc2c0f0ed4f40b26126dc9cbd8f9f",
  backendUrl: "http://salt-master.example.com:8080",
  username: "salt",
  password: pulumi.secret("not-a-real-password"),
});

new saltstack.ServiceProjectLink("hosting-link", {
  serviceId: hosting.serviceId,
  projectId: "0e86f04bb1fd48e181742d0598db69d5",
});

const space = new saltstack.SharepointTenant("space", {
  linkId: "2",
  name: "Example",
  description: "Sites of the example company",
  domain: "space.example.com",
  storage: 4096,
  siteName: "Example",
  siteDescription: "The company's entrance",
  templateId: "04e2a211df964967ad2e57796056bdb9",
}, { protect: true });

const editor = new saltstack.SharepointUser("editor", {
  tenantId: space.tenantId,
  name: "Editor",
  username: "editor",
  firstName: "Ed",
  lastName: "Itor",
  email: "editor@example.com",
  passwordTrigger: "2026",
}, { protect: true });

new saltstack.SiteCollection("intranet", {
  userId: editor.userId,
  templateId: "04e2a211df964967ad2e57796056bdb9",
  name: "Intranet",
  siteUrl: "intranet",
  description: "What everybody should know",
  storage: 500,
}, { protect: true });

new saltstack.SiteCollection("newsroom", {
  userId: editor.userId,
  templateId: "6fce60a7f8094b7f8579024b41835d6f",
  name: "Newsroom",
  siteUrl: "news",
  description: "What is new",
  storage: 200,
}, { protect: true });
