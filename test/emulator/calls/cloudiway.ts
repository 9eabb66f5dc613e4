import type { RawClient } from "../rawClient.ts";
import type { DocumentedCalls } from "./documentedCall.ts";

const base = "/cloudiway/api";
const credentials = { consumerKey: "emulator-consumer-key", consumerSecret: "emulator-consumer-secret" };
const names = { sourceGroupName: "mySource@mydomain.com", targetGroupName: "myTarget@myDomain.com" };
const batchName = "CIW_Test";
const john = {
  sourceGroupName: "John",
  targetGroupName: "Doe",
  sourceGroupUrl: "/JD",
  targetGroupUrl: "/target ",
  sourceConnectorName: "SourceConnector",
  targetConnectorName: "OfficeTarget",
  sourceEmail: "John@domain.com",
  recipientType: "Office365_Shared_Mailbox",
};

/** An error comes with a status of success, too, so the call is made to say which it is. */
const strict = (client: RawClient) => client.emulator.cloudiway.behave({ errorStatus: "http" });

const get = (client: RawClient, path: string, query: Readonly<Record<string, string>> = {}) => {
  strict(client);
  return client.call("GET", `${base}${path}?${new URLSearchParams({ ...credentials, ...query }).toString()}`);
};
const post = (client: RawClient, path: string, body: object) => {
  strict(client);
  return client.call("POST", base + path, { body });
};
const group = ({ emulator }: RawClient) => emulator.change({ system: "cloudiway", scope: "groups", set: names });
const batch = ({ emulator }: RawClient, migrationTags: readonly string[] = []) =>
  emulator.change({ system: "cloudiway", scope: "batches", id: batchName, set: { migrationTags } });
const tagged = (path: string) => (client: RawClient) =>
  post(client, path, { ...credentials, migrationTag: group(client) });
const named = (path: string) => (client: RawClient) => {
  batch(client);
  return post(client, path, { auth: credentials, batchName });
};

export const cloudiway: DocumentedCalls = {
  "cloudiway.groups.getall": (client) => get(client, "/groups/getall"),
  "cloudiway.groups.migrationtag": (client) => {
    group(client);
    return get(client, "/groups/migrationtag", names);
  },
  "cloudiway.groups.get": (client) => get(client, `/groups/${group(client)}/get`),
  "cloudiway.groups.start": tagged("/groups/start"),
  "cloudiway.groups.stop": async (client) => {
    const migrationTag = group(client);
    await post(client, "/groups/start", { ...credentials, migrationTag });
    return post(client, "/groups/stop", { ...credentials, migrationTag });
  },
  "cloudiway.groups.status": (client) => get(client, `/groups/${group(client)}/status`),
  "cloudiway.groups.auditstart": tagged("/startgroups/auditstart"),
  "cloudiway.groups.license": tagged("/groups/license"),
  "cloudiway.groups.create": (client) => post(client, "/groups/create", { auth: credentials, ...john }),
  "cloudiway.groups.delete": tagged("/groups/delete"),
  "cloudiway.groups.update": (client) =>
    post(client, "/groups/update", { auth: { ...credentials, migrationTag: group(client) }, ...john }),
  "cloudiway.groups.startgetgroups": (client) =>
    post(client, "/groups/startgetgroups", { auth: credentials, sourceConnectorName: "myConnectorName" }),
  "cloudiway.batches.get": (client) => {
    batch(client);
    return get(client, "/groups/getbatch", { batchName });
  },
  "cloudiway.batches.addgroup": (client) => {
    batch(client);
    return post(client, "/groups/addtobatch", { auth: { ...credentials, migrationTag: group(client) }, batchName });
  },
  "cloudiway.batches.removegroup": (client) => {
    const migrationTag = group(client);
    batch(client, [migrationTag]);
    return post(client, "/groups/removefrombatch", { ...credentials, migrationTag });
  },
  "cloudiway.batches.start": named("/groups/startbatch"),
  "cloudiway.batches.stop": named("/groups/stopbatch"),
  "cloudiway.batches.create": (client) => post(client, "/groups/createbatch", { auth: credentials, batchName }),
  "cloudiway.batches.delete": named("/groups/deletebatch"),
  "cloudiway.batches.groups": (client) => {
    batch(client, [group(client)]);
    return get(client, "/groups/getusersinbatch", { batchName });
  },
  "cloudiway.connectors.sources": (client) => get(client, "/groups/getallsourceconnectors"),
  "cloudiway.connectors.targets": (client) => get(client, "/groups/getalltargetconnectors"),
};
