import { apio, barium } from "pulumi-groupware";

const domainId = "1";

// A department and its teams: the ID that Barium Live gives to the department is the teams' parent.
const sales = new barium.Group("sales", { domainId, key: "sales", name: "Sales" });

const teams = ["Benelux", "France", "Nordics"].map(
  (region) =>
    new barium.Group(`sales-${region.toLowerCase()}`, {
      domainId,
      key: `sales-${region.toLowerCase()}`,
      name: `Sales ${region}`,
      parentId: sales.groupId,
      origin: "hr",
      originKey: `team-${region.toLowerCase()}`,
    }),
);

// The phone system has a group of the same name.
const phones = new apio.Group("sales-phones", {
  tenantId: "acme",
  groupId: "sales",
  groupName: sales.name,
  userLimit: 25,
  timeZone: "Europe/Brussels",
  contactInformation: { contactName: "Front desk" },
});

export const salesGroupId = sales.groupId;
export const teamIds = teams.map((team) => team.groupId);
export const phoneGroup = phones.groupName;
