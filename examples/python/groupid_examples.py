# Written from examples/yaml by `npm run generate`. Do not edit.
import pulumi
import pulumi_groupware as groupware

supplier = groupware.groupid.Contact(
    "supplier",
    container="OU=Contacts,DC=demo,DC=local",
    name="Example Supplies",
    mail="orders@example.com",
    company="Example Supplies",
    attributes={
        "wWWHomePage": "https://example.com",
    })

employees_file = groupware.groupid.DataSource(
    "employees-file",
    name="Employees",
    settings={
        "type": "text",
        "file_path": "D:\\HR\\Employees.csv",
        "delimiter": ",",
    })

payroll = groupware.groupid.DataSource(
    "payroll",
    name="Payroll",
    settings={
        "type": "sqlServer",
        "connection_string": pulumi.Output.secret("sql.example.com\\PAYROLL"),
        "username": "reader",
        "password": pulumi.Output.secret("not-a-real-password"),
        "database": "Payroll",
    })

supervisor = groupware.groupid.User(
    "supervisor",
    container="OU=People,DC=demo,DC=local",
    name="Bob Jones",
    sam_account_name="bjones")

memberships = groupware.groupid.get_user_groups_output(
    user=supervisor.object_id,
    list="memberships",
    all_pages=True)

groupware.groupid.Group(
    "supervised",
    container="OU=Groups,DC=demo,DC=local",
    name="Supervised",
    description=pulumi.Output.format("Supervised by a member of {} other groups", memberships.total))

ann = groupware.groupid.User(
    "ann",
    container="OU=People,DC=demo,DC=local",
    name="Ann Smith",
    sam_account_name="asmith",
    user_principal_name="asmith@demo.local",
    first_name="Ann",
    last_name="Smith",
    mail="asmith@demo.local",
    department="Engineering",
    password=pulumi.Output.secret("Change-me-1"))

engineering = groupware.groupid.Group(
    "engineering",
    container="OU=Groups,DC=demo,DC=local",
    name="Engineering",
    description="Everybody in engineering",
    group_scope="Universal Group",
    group_type=-2147483640,
    security_type="Semi_Private",
    expiration_policy=180,
    owner=ann.object_id,
    members=[ann.object_id, supplier.object_id])

launch_party = groupware.groupid.Group(
    "launch-party",
    container="OU=Groups,DC=demo,DC=local",
    name="Launch Party")

groupware.groupid.GroupExpiration(
    "launch-party-end",
    group_ids=[launch_party.object_id])

newcomers = groupware.groupid.Group(
    "newcomers",
    container="OU=Groups,DC=demo,DC=local",
    name="Newcomers")

groupware.groupid.GroupMembership(
    "ann-among-newcomers",
    group_id=newcomers.object_id,
    members=[ann.object_id],
    on_behalf=True,
    reason="First week")

all_engineers = groupware.groupid.SmartGroup(
    "all-engineers",
    container="OU=Groups,DC=demo,DC=local",
    name="All Engineers",
    group_type=8,
    security_type="Private",
    owner=ann.object_id,
    query="(department Contains \"engineering\")",
    object_types=[6],
    search_containers=[
        {
            "container": "OU=People,DC=demo,DC=local",
        },
    ])

groupware.groupid.GroupRenewal(
    "yearly-renewal",
    group_ids=[engineering.object_id, all_engineers.object_id],
    triggers=["2026"])

groupware.groupid.PowerAutomateSettings(
    "flows",
    user_id="69d41d70-9b80-492d-aee8-56458db65582",
    service_url="https://groupid.example.com/GroupIDDataService",
    tenant_id="60a911a6-e22c-44f1-90f2-fa8d846eb070",
    organization_code="Example-US",
    region="US")

groupware.groupid.SmartGroupUpdate(
    "engineers-now",
    group_ids=[all_engineers.object_id],
    triggers=["2026-01"])

employees_to_users = groupware.groupid.SyncJob(
    "employees-to-users",
    name="Employees to users",
    source={
        "data_source_id": employees_file.data_source_id,
        "table": "Employees",
    },
    destination={
        "identity_store_id": "2",
        "identity_store_name": "Demo",
        "container": "OU=People,DC=example,DC=com",
    },
    objects=[
        {
            "type": "user",
        },
    ],
    mappings=[
        {
            "to": "sAMAccountName",
            "from": "Account",
            "key": True,
        },
        {
            "to": "cn",
            "transform": {
                "join": {
                    "fields": ["First", "Last"],
                    "separator": " ",
                },
            },
            "create_only": True,
        },
        {
            "to": "givenName",
            "from": "First",
        },
        {
            "to": "company",
            "transform": {
                "static": "Example",
            },
        },
    ],
    on_failure="continue")

payroll_to_users = groupware.groupid.SyncJob(
    "payroll-to-users",
    name="Payroll to users",
    source={
        "data_source_id": payroll.data_source_id,
        "table": "dbo.Employees",
    },
    destination={
        "identity_store_id": "2",
        "identity_store_name": "Demo",
    },
    objects=[
        {
            "type": "user",
            "create": False,
        },
    ],
    mappings=[
        {
            "to": "employeeID",
            "from": "Id",
            "key": True,
        },
        {
            "to": "department",
            "from": "Department",
        },
    ])

groupware.groupid.SyncJobCollection(
    "nightly",
    name="Nightly",
    jobs=[employees_to_users.job_id, payroll_to_users.job_id],
    schedule="nightly",
    notifications={
        "recipients": ["it@example.com"],
        "when": "errors",
    })

groupware.groupid.WorkflowDecision(
    "not-yet",
    workflow_request_id="2",
    decision="deny",
    comment="Not before May")

groupware.groupid.WorkflowRequestDeletion(
    "old-requests",
    requests={
        "status": "approved",
        "older_than_days": 60,
    },
    triggers=["2026-Q4"])

groupware.groupid.WorkflowRoute(
    "departments",
    name="Departments",
    description="A department changes",
    event="edit",
    objects=["user"],
    fields=["department"],
    filters=[
        {
            "field": "department",
            "operator": "present",
        },
    ],
    approvers=[
        {
            "role": "managerAndAdditionalManager",
        },
    ],
    email_approval=True,
    portal_url="https://groupid.example.com:4443/GroupIDPortal")
