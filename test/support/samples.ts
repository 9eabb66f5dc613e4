import type { Emulator } from "../../emulator/index.ts";
import type { ResourceDefinition } from "../../provider/resource/definition.ts";
import type { Declared } from "./testStack.ts";

/** What the suites over all definitions need to know of one: sample values, and the names of the wire. */
export interface Sample {
  readonly type: string;
  readonly system: "barium" | "apio";
  /** The scopes that the values below name. */
  readonly scopes: readonly { readonly scope: string }[];
  /** Valid inputs with every property. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Objects that must be there first. */
  readonly needs?: readonly Declared[];
  /** Another valid value for each property; those whose change is asked of the API. */
  readonly changed: Readonly<Record<string, unknown>>;
  /** How a change behind the provider's back is made: the field of the wire for each property that can be read. */
  readonly wire: Readonly<Record<string, { readonly field: string; readonly value: unknown }>>;
  /** What must go with a change of a property, because it lives in the old scope. */
  readonly leaves: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** The scope and the ID of the object in the emulator, from its Pulumi ID. */
  locate(id: string): { readonly system: string; readonly scope: string; readonly id: string };
}

const parts = (id: string) => id.split("/").map(decodeURIComponent) as [string, string];

/** One sample for each resource. */
export const samples: readonly Sample[] = [
  {
    type: "barium:Group",
    system: "barium",
    scopes: [{ scope: "1" }, { scope: "2" }],
    leaves: { domainId: { parentId: undefined } },
    needs: [
      { name: "parent", type: "barium:Group", args: { domainId: "1", key: "parent", name: "Parent" } },
      { name: "other", type: "barium:Group", args: { domainId: "1", key: "other", name: "Other parent" } },
    ],
    inputs: {
      domainId: "1",
      key: "G_1234",
      name: "My Group",
      parentId: "${parent.groupId}",
      origin: "11111111-1111-1111-1111-111111111111",
      originKey: "Group_1234",
    },
    changed: {
      domainId: "2",
      key: "G_5678",
      name: "Renamed Group",
      parentId: "${other.groupId}",
      origin: "22222222-2222-2222-2222-222222222222",
      originKey: "Group_5678",
    },
    wire: {
      name: { field: "name", value: "Changed elsewhere" },
      parentId: { field: "parentId", value: null },
      origin: { field: "origin", value: "elsewhere" },
      originKey: { field: "originkey", value: "elsewhere" },
      key: { field: "key", value: "elsewhere" },
    },
    locate: (id) => ({ system: "barium", scope: parts(id)[0], id: parts(id)[1] }),
  },
  {
    type: "apio:Group",
    system: "apio",
    scopes: [{ scope: "acme" }, { scope: "other" }],
    leaves: {},
    inputs: {
      tenantId: "acme",
      groupId: "foogroup_new",
      groupName: "Foo Group New",
      userLimit: 25,
      defaultDomain: "example.com",
      cliName: "Foo",
      cliPhoneNumber: "+3212345678",
      locationDialingCode: "12",
      timeZone: "Europe/Brussels",
      contactInformation: { contactName: "Ann", contactNumber: "123" },
      addressInformation: { city: "Liège", country: "BE" },
      resellerId: "reseller",
      templateName: "default_grp_template",
      autoCreateDomain: true,
    },
    changed: {
      tenantId: "other",
      groupId: "bargroup",
      groupName: "Bar Group",
      userLimit: 50,
      defaultDomain: "example.com.",
      cliName: "Bar",
      cliPhoneNumber: "+3287654321",
      locationDialingCode: "34",
      timeZone: "Europe/Paris",
      contactInformation: { contactName: "Bob", contactNumber: "456" },
      addressInformation: { city: "Paris", country: "FR" },
      resellerId: "another",
      templateName: "other_template",
      autoCreateDomain: false,
    },
    wire: {
      groupName: { field: "groupName", value: "Changed elsewhere" },
      userLimit: { field: "userLimit", value: 99 },
      defaultDomain: { field: "defaultDomain", value: "elsewhere.example" },
      cliName: { field: "cliName", value: "elsewhere" },
      cliPhoneNumber: { field: "cliPhoneNumber", value: "0" },
      locationDialingCode: { field: "locationDialingCode", value: "0" },
      timeZone: { field: "timeZone", value: "UTC" },
      contactInformation: {
        field: "contactInformation",
        value: { contactName: "Eve", contactNumber: "123", extra: "x" },
      },
      addressInformation: { field: "addressInformation", value: { city: "Namur", country: "BE" } },
      resellerId: { field: "resellerId", value: "elsewhere" },
    },
    locate: (id) => ({ system: "apio", scope: parts(id)[0], id: parts(id)[1] }),
  },
];

/** The sample of a resource. Throws where there is none. */
export function sampleOf(type: string): Sample {
  const sample = samples.find((candidate) => candidate.type === type);
  if (sample === undefined) {
    throw new Error(`test/support/samples.ts has no sample of ${type}`);
  }
  return sample;
}

/** The inputs of a sample with another natural key. */
export function copyOf(sample: Sample, resource: ResourceDefinition, name: string): Record<string, unknown> {
  const last = resource.naturalKey.at(-1) ?? "";
  return { ...sample.inputs, [last]: `${String(sample.inputs[last])}-${name}` };
}

/** How many objects all systems hold. */
export function objectCount(emulator: Emulator): number {
  return [emulator.barium, emulator.apio]
    .flatMap((system) => Object.values(system.objects()))
    .reduce((count, objects) => count + Object.keys(objects).length, 0);
}
