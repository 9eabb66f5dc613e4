# Written from examples/yaml by `npm run generate`. Do not edit.
import pulumi_groupware as groupware

boardroom = groupware.barium.Group(
    "boardroom",
    domain_id="1",
    key="board",
    name="Board")

board = groupware.barium.get_group_output(
    domain_id="1",
    key=boardroom.key)

groupware.barium.Group(
    "assistants",
    domain_id="1",
    key="assistants",
    name="Assistants",
    parent_id=board.group_id)

sales = groupware.barium.Group(
    "sales",
    domain_id="1",
    key="sales",
    name="Sales")

groupware.barium.Group(
    "sales-nordics",
    domain_id="1",
    key="sales-nordics",
    name="Sales Nordics",
    parent_id=sales.group_id,
    origin="hr",
    origin_key="team-nordics")
