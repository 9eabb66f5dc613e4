import { partsOf, type Sample } from "./sample.ts";

export const apio: readonly Sample[] = [
  {
    type: "apio:Group",
    prepare: (emulator) => void emulator.apio.groups("other"),
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
    locate: (id) => {
      const [scope = "", groupId = ""] = partsOf(id);
      return { system: "apio", scope, id: groupId };
    },
  },
];
