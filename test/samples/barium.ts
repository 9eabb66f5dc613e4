import { partsOf, type Sample } from "./sample.ts";

export const barium: readonly Sample[] = [
  {
    type: "barium:Group",
    prepare: (emulator) => void emulator.barium.groups("2"),
    along: { domainId: { parentId: undefined } },
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
    locate: (id) => {
      const [scope = "", groupId = ""] = partsOf(id);
      return { system: "barium", scope, id: groupId };
    },
  },
];
