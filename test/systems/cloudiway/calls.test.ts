import { describe, expect, it } from "vitest";
import { type Emulator, startEmulator } from "../../../emulator/index.ts";
import type { CloudiwayBehaviour } from "../../../emulator/systems/cloudiway/system.ts";
import type { HttpSettings } from "../../../provider/http/client.ts";
import { CloudiwayApi, type Credentials } from "../../../provider/systems/cloudiway/api.ts";
import endpoints from "../../fixtures/endpoints.json" with { type: "json" };

const { signal } = new AbortController();
const john = {
  sourceGroupName: "John",
  targetGroupName: "Doe",
  sourceGroupUrl: "/JD",
  targetGroupUrl: "/target ",
  sourceConnectorName: "SourceConnector",
  targetConnectorName: "OfficeTarget",
  sourceEmail: "John@domain.com",
  recipientType: "Office365_Shared_Mailbox",
} as const;

function apiOf(emulator: Emulator, changed: Partial<Credentials> = {}): CloudiwayApi {
  const credentials = { ...emulator.cloudiway.credentials, ...changed };
  const http: HttpSettings = {
    url: `${emulator.url}/cloudiway/api`,
    connection: "cloudiway",
    requestTimeout: 5,
    concurrency: 4,
    secrets: Object.values(credentials),
  };
  return new CloudiwayApi(http, credentials);
}

describe.concurrent.each<Partial<CloudiwayBehaviour>>([
  {},
  { unquotedSentences: true, errorForm: "garbled" },
  { errorForm: "otherKey", errorStatus: "http" },
  { errorForm: "garbled", errorStatus: "http" },
  { missing: "null", listShowsTargetUrl: false },
])("%j", (behaviour) => {
  it("every documented call, with the document's own sample", async () => {
    const emulator = await startEmulator();
    try {
      emulator.cloudiway.behave(behaviour);
      const api = apiOf(emulator);
      await api.createGroup(john, signal);
      const [tag = ""] = await api.getMigrationTags(john, signal);
      expect(tag).toMatch(/^[\da-f-]{36}$/);
      expect(await api.getGroup(tag, signal)).toEqual({
        sourceGroupName: "John",
        targetGroupName: "Doe",
        sourceGroupUrl: "/JD",
        targetGroupUrl: undefined,
      });
      expect(await api.getGroups(signal)).toEqual([
        {
          sourceGroupName: "John",
          targetGroupName: "Doe",
          sourceGroupUrl: "/JD",
          targetGroupUrl: behaviour.listShowsTargetUrl === false ? undefined : "/target ",
        },
      ]);
      await api.updateGroup(tag, { ...john, targetGroupName: "Roe" }, signal);
      expect(emulator.cloudiway.project.group(tag)).toMatchObject({ ...john, targetGroupName: "Roe" });
      expect(await api.getGroupStatus(tag, signal)).toBe("NOTSTARTED");
      await api.startGroup(tag, signal);
      expect(await api.getGroupStatus(tag, signal)).toBe("WORKING");
      await api.stopGroup(tag, signal);
      expect(await api.getGroupStatus(tag, signal)).toBe("STOP");
      expect(await api.auditGroup(tag, signal)).toBe("Audit started");
      expect(await api.licenseGroup(tag, signal)).toBe("License assigned");
      expect(await api.startGetGroups("myConnectorName", signal)).toBe("GetGroups started");
      await api.createBatch("CIW_Test", signal);
      await api.addToBatch("CIW_Test", tag, signal);
      expect(await api.getBatch("CIW_Test", signal)).toEqual({
        batchId: "2267",
        batchName: "CIW_Test",
        customerId: "9999",
        groupCount: 1,
      });
      expect(await api.getBatchMembers("CIW_Test", signal)).toEqual([
        { membershipId: "124637", batchId: "2267", customerGroupId: "279858" },
      ]);
      await api.startBatch("CIW_Test", signal);
      await api.stopBatch("CIW_Test", signal);
      await api.removeFromBatch(tag, signal);
      await api.deleteBatch("CIW_Test", signal);
      expect(await api.getSourceConnectors(signal)).toContainEqual({ name: "GSites Connector", type: "GSuite" });
      expect(await api.getTargetConnectors(signal)).toContainEqual({ name: "OneDrive target", type: "OneDrive" });
      await api.deleteGroup(tag, signal);
      const sent = new Set(emulator.requests.all.map(({ endpoint }) => endpoint));
      const documented = endpoints.filter(({ system }) => system === "cloudiway").map(({ id }) => id);
      expect([...sent].sort()).toEqual(documented.sort());
      expect(documented).toHaveLength(22);
    } finally {
      await emulator.close();
    }
  });

  it("what does not exist is nothing to a read, and an error in the system's words to a write", async () => {
    const emulator = await startEmulator();
    try {
      emulator.cloudiway.behave(behaviour);
      const api = apiOf(emulator);
      expect(await api.getGroup("nothing", signal)).toBeUndefined();
      expect(await api.getGroupStatus("nothing", signal)).toBeUndefined();
      expect(await api.getMigrationTags(john, signal)).toEqual([]);
      expect(await api.getBatch("nothing", signal)).toBeUndefined();
      expect(await api.getBatchMembers("nothing", signal)).toBeUndefined();
      expect(await api.getGroups(signal)).toEqual([]);
      await expect(api.startGroup("nothing", signal)).rejects.toThrow("Cloudiway says: Group not found: nothing.");
      await expect(api.startGetGroups("nothing", signal)).rejects.toThrow(
        "Cloudiway says: Source connector not found: nothing.",
      );
    } finally {
      await emulator.close();
    }
  });

  it("credentials that are refused are an error that names the settings, and never a group that is gone", async () => {
    const emulator = await startEmulator();
    try {
      emulator.cloudiway.behave(behaviour);
      const api = apiOf(emulator, { consumerSecret: "wrong-secret" });
      for (const call of [
        api.getGroup("any", signal),
        api.getGroups(signal),
        api.getBatch("any", signal),
        api.startGroup("any", signal),
      ]) {
        await expect(call).rejects.toThrow(
          /consumer key or the secret is wrong.*groupware:connections\.cloudiway\.consumerKey/s,
        );
        await expect(call).rejects.not.toThrow(/wrong-secret/);
      }
    } finally {
      await emulator.close();
    }
  });
});
