# Written from examples/yaml by `npm run generate`. Do not edit.
import pulumi
import pulumi_groupware as groupware

marketing_group = groupware.cloudiway.Group(
    "marketing-group",
    source_group_name="marketing@example.com",
    target_group_name="marketing@example.onmicrosoft.com",
    source_connector_name="GSites Connector",
    target_connector_name="OfficeTarget",
    recipient_type="Office365_Unified_Groups")

marketing_license = groupware.cloudiway.GroupLicense(
    "marketing-license",
    migration_tag=marketing_group.migration_tag)

groupware.cloudiway.Batch(
    "first-wave",
    batch_name="First wave",
    members=[marketing_group.migration_tag],
    running=True,
    opts=pulumi.ResourceOptions(depends_on=[marketing_license]))

second_wave = groupware.cloudiway.Batch(
    "second-wave",
    batch_name="Second wave")

engineering_group = groupware.cloudiway.Group(
    "engineering-group",
    source_group_name="engineering@example.com",
    target_group_name="engineering@example.onmicrosoft.com",
    source_group_url="/engineering",
    target_group_url="/sites/engineering",
    source_connector_name="GSites Connector",
    target_connector_name="OfficeTarget",
    source_email="ann@example.com",
    recipient_type="Office365_Unified_Groups",
    migration="started",
    wait_until="scheduled")

groupware.cloudiway.BatchMembership(
    "engineering-in-second-wave",
    batch_name=second_wave.batch_name,
    migration_tag=engineering_group.migration_tag)

groupware.cloudiway.ConnectorGroupRefresh(
    "read-groups-of-gsites",
    source_connector_name="GSites Connector",
    triggers=["2026-01"])

helpdesk_group = groupware.cloudiway.Group(
    "helpdesk-group",
    source_group_name="helpdesk@example.com",
    target_group_name="helpdesk@example.onmicrosoft.com")

support = groupware.cloudiway.get_migration_tag_output(
    source_group_name=helpdesk_group.source_group_name,
    target_group_name=helpdesk_group.target_group_name)

groupware.cloudiway.GroupLicense(
    "helpdesk-license",
    migration_tag=support.migration_tag)

groupware.cloudiway.GroupAudit(
    "marketing-audit",
    migration_tag=marketing_group.migration_tag,
    triggers=["2026-01"])
