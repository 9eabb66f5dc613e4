// Written from examples/yaml by `npm run generate`. Do not edit.
import { apio } from "pulumi-groupware";

new apio.Group("sales-phones", {
  tenantId: "acme",
  groupId: "sales",
  groupName: "Sales",
  userLimit: 25,
  timeZone: "Europe/Brussels",
  contactInformation: {
    contactName: "Front desk",
    contactNumber: "+3212345678",
  },
});
