import { expect, test } from "vitest";
import { Secret, Unknown } from "../../../engine/property/value.ts";
import { DeploymentWriter, exportDeployment, readDeployment } from "../../../engine/state/deploymentFile.ts";
import { PassphraseCrypter } from "../../../engine/state/passphrase.ts";
import type { Deployment, ResourceState } from "../../../engine/state/resource.ts";

const crypter = PassphraseCrypter.create("test");
const decryptWith = () => (ciphertext: string, urn: string) => crypter.decrypt(ciphertext, urn);
const signature = "4dabf18193072939515e22adb298388d";

const group: ResourceState = {
  urn: "urn:pulumi:dev::things::barium:index:Group::a",
  type: "barium:index:Group",
  custom: true,
  id: "1/2",
  inputs: { name: "A", password: new Secret("geheim"), deep: [{ token: new Secret({ b: 1, a: [null] }) }] },
  outputs: { name: "A", empty: "", none: null },
  dependencies: [],
  propertyDependencies: { name: [] },
  customTimeouts: { create: 5400 },
  ignoreChanges: ["name"],
};
const deployment: Deployment = { resources: [group], pendingOperations: [{ resource: group, type: "updating" }] };

function written(state: Deployment, writer = new DeploymentWriter("organization/things/dev", crypter)): string {
  return writer.text(state);
}

test("what is written is read as it was", () => {
  expect(readDeployment(JSON.parse(written(deployment)), decryptWith)).toEqual(deployment);
});

test("a resource's fields stand in the CLI's order, without the empty ones, and no secret stands in the clear", () => {
  const text = written(deployment);
  expect(text).not.toContain("geheim");
  const { checkpoint } = JSON.parse(text) as { checkpoint: { stack: string; latest: { resources: object[] } } };
  expect(checkpoint.stack).toBe("organization/things/dev");
  expect(Object.keys(checkpoint.latest.resources[0] as object)).toEqual(
    "urn custom id type inputs outputs propertyDependencies customTimeouts ignoreChanges".split(" "),
  );
});

test("a state that is read and written again is the same, to the last ciphertext", () => {
  const once = written(deployment);
  const again = written(readDeployment(JSON.parse(once), decryptWith));
  const resources = (text: string) =>
    (JSON.parse(text) as { checkpoint: { latest: { resources: unknown } } }).checkpoint.latest.resources;
  expect(resources(again)).toEqual(resources(once));
});

test("the text of a resource that has not changed is not made again", () => {
  let reads = 0;
  const watched: ResourceState = new Proxy(group, {
    ownKeys(target) {
      reads++;
      return Reflect.ownKeys(target);
    },
  });
  const writer = new DeploymentWriter("organization/things/dev", crypter);
  const state = { resources: [watched], pendingOperations: [] };
  const first = written(state, writer);
  const readsOfOne = reads;
  expect(readsOfOne).toBeGreaterThan(0);
  const resources = (text: string) => text.slice(text.indexOf('"resources"'));
  expect(resources(written(state, writer))).toBe(resources(first));
  expect(reads).toBe(readsOfOne);
});

test("an export shows secrets only when it is asked to", () => {
  const hidden = JSON.stringify(exportDeployment(deployment, crypter, false));
  const shown = JSON.stringify(exportDeployment(deployment, crypter, true));
  expect(hidden).not.toContain("geheim");
  expect(shown).toContain(JSON.stringify(JSON.stringify("geheim")));
  expect(readDeployment(JSON.parse(shown), () => expect.fail("there is nothing to decrypt"))).toEqual(deployment);
});

test("what only the CLI knows of a resource is kept, where a resource was registered is not", () => {
  const file = {
    version: 3,
    deployment: { resources: [{ urn: "u", type: "t", custom: false, taint: true, viewOf: "v", stackTrace: [{}] }] },
  };
  const state = readDeployment(file, decryptWith);
  expect(state.resources[0]?.unsupported).toEqual({ taint: true, viewOf: "v" });
  expect(exportDeployment(state, crypter, false).deployment.resources).toEqual([
    expect.objectContaining({ urn: "u", taint: true, viewOf: "v" }),
  ]);
});

test("an empty state of the CLI is read", () => {
  const empty = { resources: [], pendingOperations: [] };
  expect(readDeployment({ version: 3, deployment: { manifest: {}, metadata: {} } }, decryptWith)).toEqual(empty);
  expect(readDeployment({ version: 3, checkpoint: { stack: "s", latest: null } }, decryptWith)).toEqual(empty);
});

test("what cannot be understood is refused", () => {
  expect(() => readDeployment({ version: 4 }, decryptWith)).toThrow(/version 3, not 4/);
  const asset = { [signature]: "c44067f5952c0a294b673a41bacd8c17", text: "x" };
  const file = { version: 3, deployment: { resources: [{ urn: "u", type: "t", custom: true, inputs: { asset } }] } };
  expect(() => readDeployment(file, decryptWith)).toThrow(/asset/);
  const unknown = { ...group, outputs: { id: Unknown.value } };
  expect(() => written({ resources: [unknown], pendingOperations: [] })).toThrow(/unknown/);
});
