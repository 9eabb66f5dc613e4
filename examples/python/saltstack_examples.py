# Written from examples/yaml by `npm run generate`. Do not edit.
import pulumi
import pulumi_groupware as groupware

mail = groupware.saltstack.ExchangeTenant(
    "mail",
    link_id="1",
    name="Example",
    description="Mail of the example company",
    domain="example.com",
    mailbox_size=51200,
    opts=pulumi.ResourceOptions(protect=True))

groupware.saltstack.ConferenceRoom(
    "auditorium",
    tenant_id=mail.tenant_id,
    name="Auditorium",
    username="auditorium",
    location="Ground floor",
    mailbox_size=100)

zoe = groupware.saltstack.ExchangeUser(
    "zoe",
    tenant_id=mail.tenant_id,
    name="Zoe Chloe",
    username="zoe",
    first_name="Zoe",
    last_name="Chloe",
    mailbox_size=2048,
    title="Head of sales",
    opts=pulumi.ResourceOptions(protect=True))

joe = groupware.saltstack.ExchangeUser(
    "joe",
    tenant_id=mail.tenant_id,
    name="Joe Doe",
    username="joe.doe",
    first_name="Joe",
    last_name="Doe",
    mailbox_size=1024,
    manager_id=zoe.user_id,
    send_on_behalf=[zoe.user_id],
    opts=pulumi.ResourceOptions(protect=True))

partner = groupware.saltstack.ExchangeContact(
    "partner",
    tenant_id=mail.tenant_id,
    name="Partner",
    email="partner@example.net",
    first_name="Part",
    last_name="Ner")

groupware.saltstack.DistributionGroup(
    "sales-list",
    tenant_id=mail.tenant_id,
    manager_id=zoe.user_id,
    name="All of sales",
    username="sales",
    senders_out=True,
    members=[zoe.user_id, joe.user_id],
    delivery_members=[zoe.user_id, joe.user_id, partner.contact_id])

groupware.saltstack.ExchangeUsers(
    "sales-staff",
    tenant_id=mail.tenant_id,
    name="sales",
    users={
        "ivan.p": {
            "name": "Ivan Petrov",
            "first_name": "Ivan",
            "last_name": "Petrov",
            "mailbox_size": 512,
            "department": "Sales",
        },
        "ann.s": {
            "name": "Ann Smith",
            "first_name": "Ann",
            "last_name": "Smith",
            "mailbox_size": 512,
            "department": "Sales",
        },
    },
    opts=pulumi.ResourceOptions(protect=True))

links = groupware.saltstack.get_service_project_links_output(
    project_id="0e86f04bb1fd48e181742d0598db69d5",
    service_name="My SaltStack")

groupware.saltstack.ExchangeTenant(
    "archive",
    link_id=links.links[0].link_id,
    name="Archive",
    domain="archive.example.com",
    mailbox_size=1024,
    opts=pulumi.ResourceOptions(protect=True))

hosting = groupware.saltstack.Service(
    "hosting",
    name="Hosting",
    customer_id="3b0fc2c0f0ed4f40b26126dc9cbd8f9f",
    backend_url="http://salt-master.example.com:8080",
    username="salt",
    password=pulumi.Output.secret("not-a-real-password"))

groupware.saltstack.ServiceProjectLink(
    "hosting-link",
    service_id=hosting.service_id,
    project_id="0e86f04bb1fd48e181742d0598db69d5")

space = groupware.saltstack.SharepointTenant(
    "space",
    link_id="2",
    name="Example",
    description="Sites of the example company",
    domain="space.example.com",
    storage=4096,
    site_name="Example",
    site_description="The company's entrance",
    template_id="04e2a211df964967ad2e57796056bdb9",
    opts=pulumi.ResourceOptions(protect=True))

editor = groupware.saltstack.SharepointUser(
    "editor",
    tenant_id=space.tenant_id,
    name="Editor",
    username="editor",
    first_name="Ed",
    last_name="Itor",
    email="editor@example.com",
    password_trigger="2026",
    opts=pulumi.ResourceOptions(protect=True))

groupware.saltstack.SiteCollection(
    "intranet",
    user_id=editor.user_id,
    template_id="04e2a211df964967ad2e57796056bdb9",
    name="Intranet",
    site_url="intranet",
    description="What everybody should know",
    storage=500,
    opts=pulumi.ResourceOptions(protect=True))

groupware.saltstack.SiteCollection(
    "newsroom",
    user_id=editor.user_id,
    template_id="6fce60a7f8094b7f8579024b41835d6f",
    name="Newsroom",
    site_url="news",
    description="What is new",
    storage=200,
    opts=pulumi.ResourceOptions(protect=True))
