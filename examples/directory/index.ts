import { readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import { groupid } from "pulumi-groupware";
import { parse } from "yaml";

/** What departments.yaml holds. */
interface Company {
  readonly people: readonly { readonly account: string; readonly name: string; readonly department: string }[];
  readonly departments: readonly {
    readonly name: string;
    readonly description: string;
    readonly owner: string;
    readonly members: readonly string[];
  }[];
  readonly projects: readonly { readonly name: string; readonly owner: string; readonly add: readonly string[] }[];
}

const config = new pulumi.Config();
const root = config.get("root") ?? "DC=demo,DC=local";
const company = parse(readFileSync("departments.yaml", "utf8")) as Company;

const people = new Map(
  company.people.map(({ account, name, department }) => [
    account,
    new groupid.User(account, {
      container: `OU=People,${root}`,
      name,
      samAccountName: account,
      userPrincipalName: `${account}@demo.local`,
      displayName: name,
      department,
    }),
  ]),
);

/** Whom an account name means: someone of the list, or else whoever has that name in the directory. */
const personOf = (account: string): pulumi.Input<string> => people.get(account)?.objectId ?? account;

const common = { container: `OU=Groups,${root}`, groupScope: "Universal Group", groupType: -2147483640 };

const departments = company.departments.map(
  ({ name, description, owner, members }) =>
    new groupid.Group(`department-${name}`, {
      ...common,
      name,
      description,
      securityType: "Private",
      owner: personOf(owner),
      members: members.map(personOf),
    }),
);

const memberships = company.projects.map(({ name, owner, add }) => {
  const project = new groupid.Group(`project-${name}`, {
    ...common,
    name: `Project ${name}`,
    securityType: "Semi_Private",
    expirationPolicy: 180,
    owner: personOf(owner),
  });
  return new groupid.GroupMembership(`project-${name}`, {
    groupId: project.objectId,
    members: add.map(personOf),
  });
});

// Everybody with a department, kept up to date by GroupID.
const query = "(department=*)";
const everybody = new groupid.SmartGroup("everybody", {
  container: common.container,
  name: "Everybody",
  groupType: 8,
  query,
  objectTypes: [6],
  searchContainers: [{ container: `OU=People,${root}`, scope: "subtree" }],
});

// At once, and again when the query or the people change.
const update = new groupid.SmartGroupUpdate("everybody", {
  groupIds: [everybody.objectId],
  triggers: [query, ...[...people.values()].map(({ objectId }) => objectId)],
});

export const groups = departments.map(({ distinguishedName }) => distinguishedName);
export const added = memberships.map(({ members }) => members);
export const task = update.taskIds;
