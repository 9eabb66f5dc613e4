# Written from examples/yaml by `npm run generate`. Do not edit.
import pulumi_groupware as groupware

groupware.apio.Group(
    "sales-phones",
    tenant_id="acme",
    group_id="sales",
    group_name="Sales",
    user_limit=25,
    time_zone="Europe/Brussels",
    contact_information={
        "contactName": "Front desk",
        "contactNumber": "+3212345678",
    })
