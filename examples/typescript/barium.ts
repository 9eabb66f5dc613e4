// Written from examples/yaml by `npm run generate`. Do not edit.
import { barium } from "pulumi-groupware";

const boardroom = new barium.Group("boardroom", {
  domainId: "1",
  key: "board",
  name: "Board",
});

const board = barium.getGroupOutput({
  domainId: "1",
  key: boardroom.key,
});

new barium.Group("assistants", {
  domainId: "1",
  key: "assistants",
  name: "Assistants",
  parentId: board.groupId,
});

const sales = new barium.Group("sales", {
  domainId: "1",
  key: "sales",
  name: "Sales",
});

new barium.Group("sales-nordics", {
  domainId: "1",
  key: "sales-nordics",
  name: "Sales Nordics",
  parentId: sales.groupId,
  origin: "hr",
  originKey: "team-nordics",
});
