import { createHash } from "node:crypto";
import type { Entity } from "./entity.ts";
import { customerId, type Store, sizeField } from "./store.ts";

type Shown = Record<string, unknown>;

/** What the API shows of a service. The document has no sample of it: the fields are those of its other samples. */
export function shownService(store: Store, { id, fields }: Entity): Shown {
  return {
    url: store.url("saltstack", id),
    uuid: id,
    name: fields.name,
    customer: store.url("customers", fields.customer),
    customer_uuid: fields.customer,
    customer_name: "Me",
    customer_native_name: "",
    settings: fields.settings ?? store.url("service-settings", id),
    dummy: fields.dummy,
    state: "In Sync",
    error_message: "",
    service_type: "SaltStack",
  };
}

export function shownLink(store: Store, { id, fields }: Entity): Shown {
  const limit = (name: string, kind: "exchange-tenants" | "sharepoint-tenants") =>
    quota(store, id, name, store.linkLimit(kind), store.linkUsage(id, kind));
  return {
    url: store.url("saltstack-service-project-link", id),
    service: store.url("saltstack", fields.service),
    service_name: store.get("saltstack", fields.service)?.fields.name ?? "",
    service_uuid: fields.service,
    project: store.url("projects", fields.project),
    project_name: "My Project",
    project_uuid: fields.project,
    state: "In Sync",
    error_message: "",
    quotas: [limit("exchange_storage", "exchange-tenants"), limit("sharepoint_storage", "sharepoint-tenants")],
  };
}

/** @param isList lists may leave out the link, as the document's samples do. */
export function shownTenant(store: Store, tenant: Entity, isList = false): Shown {
  const { kind, id, fields } = tenant;
  const link = store.get("saltstack-service-project-link", fields.service_project_link);
  const service = store.get("saltstack", link?.fields.service);
  const isExchange = kind === "exchange-tenants";
  const users = store
    .all(isExchange ? "exchange-users" : "sharepoint-users")
    .filter((user) => user.fields.tenant === id).length;
  const size = quota(store, id, sizeField(kind), Number(fields[sizeField(kind)]), store.usage(tenant));
  return {
    url: store.url(kind, id),
    uuid: id,
    name: fields.name,
    description: fields.description,
    start_time: fields.start_time,
    ...(isList && !store.behaviour.listsShowAll
      ? {}
      : { service_project_link: store.url("saltstack-service-project-link", fields.service_project_link) }),
    service: store.url("saltstack", service?.id),
    service_name: service?.fields.name ?? "",
    service_uuid: service?.id,
    project: store.url("projects", link?.fields.project),
    project_name: "My Project",
    project_uuid: link?.fields.project,
    customer: store.url("customers", customerId),
    customer_name: "Me",
    customer_native_name: "",
    customer_abbreviation: "",
    project_groups: [],
    tags: [],
    error_message: fields.error_message,
    resource_type: isExchange ? "SaltStack.ExchangeTenant" : "SaltStack.SharepointTenant",
    state: fields.state,
    created: fields.created,
    backend_id: fields.backend_id,
    domain: fields.domain,
    publishing_state: "not published",
    ...(isExchange
      ? {
          owa_url: "https://owa.example.com",
          ecp_url: "https://ecp.example.com",
          quotas: [
            size,
            quota(store, id, "user_count", -1, users),
            quota(store, id, "conference_room_count", -1, roomsOf(store, id)),
          ],
        }
      : {
          access_url: fields.main_site_collection === null ? null : `http://${String(fields.domain)}`,
          management_ip: "Unknown",
          quotas: [quota(store, id, "user_count", -1, users), size],
          admin: part(store, "sharepoint-users", fields.admin, shownSharepointUser),
          admin_site_collection: part(store, "sharepoint-site-collections", fields.admin_site_collection, shownSite),
          main_site_collection: part(store, "sharepoint-site-collections", fields.main_site_collection, shownSite),
        }),
  };
}

export function shownExchangeUser(store: Store, { id, fields }: Entity): Shown {
  const { tenant, mailbox_size, manager, send_on_behalf_members, send_as_members, ...own } = fields;
  return {
    ...inTenant(store, "exchange-users", id, tenant),
    ...own,
    manager: manager === null ? null : store.url("exchange-users", manager),
    email: address(store, own.username, tenant),
    mailbox_size,
    send_on_behalf_members: (send_on_behalf_members as string[]).map((member) => store.url("exchange-users", member)),
    send_as_members: (send_as_members as string[]).map((member) => store.url("exchange-users", member)),
    quotas: [quota(store, id, "mailbox_size", Number(mailbox_size), 0)],
  };
}

export function shownContact(store: Store, { id, fields: { tenant, ...own } }: Entity): Shown {
  return { ...inTenant(store, "exchange-contacts", id, tenant), ...own };
}

/** @param isList lists may leave out who may write to the group, as the document's sample does. */
export function shownGroup(store: Store, { id, fields }: Entity, isList = false): Shown {
  const { tenant, manager, members, delivery_members, ...own } = fields;
  return {
    ...inTenant(store, "exchange-groups", id, tenant),
    manager: store.url("exchange-users", manager),
    manager_uuid: manager,
    manager_name: store.get("exchange-users", manager)?.fields.name ?? "",
    ...own,
    email: address(store, own.username, tenant),
    members: (members as string[]).map((member) => store.url("exchange-users", member)),
    ...(isList && !store.behaviour.listsShowAll ? {} : { delivery_members: shownDelivery(store, delivery_members) }),
  };
}

/** Those who may write to a group, users and contacts, as whole objects. */
export function shownDelivery(store: Store, members: unknown): Shown[] {
  return (members as string[]).flatMap((member) => {
    const user = store.get("exchange-users", member);
    const contact = store.get("exchange-contacts", member);
    return [
      ...(user === undefined ? [] : [shownExchangeUser(store, user)]),
      ...(contact === undefined ? [] : [shownContact(store, contact)]),
    ];
  });
}

export function shownRoom(store: Store, { id, fields: { tenant, ...own } }: Entity): Shown {
  return {
    ...inTenant(store, "exchange-conference-rooms", id, tenant),
    ...own,
    email: address(store, own.username, tenant),
    quotas: [quota(store, id, "mailbox_size", Number(own.mailbox_size), 0)],
  };
}

export function shownTemplate(store: Store, { id, fields }: Entity): Shown {
  return { url: store.url("sharepoint-templates", id), uuid: id, ...fields };
}

export function shownSharepointUser(store: Store, { id, fields }: Entity): Shown {
  const { tenant, personal_site_collection, ...own } = fields;
  return {
    ...inTenant(store, "sharepoint-users", id, tenant),
    ...own,
    personal_site_collection: part(store, "sharepoint-site-collections", personal_site_collection, shownSite),
  };
}

/** What a list shows of a user: the document's sample has no personal site. */
export function listedSharepointUser(store: Store, user: Entity): Shown {
  const { personal_site_collection, phone, ...shown } = shownSharepointUser(store, user);
  return store.behaviour.listsShowAll ? { ...shown, phone, personal_site_collection } : shown;
}

export function shownSite(store: Store, { id, fields }: Entity): Shown {
  const { storage, user, template, ...own } = fields;
  const form = store.get("sharepoint-templates", template);
  return {
    url: store.url("sharepoint-site-collections", id),
    uuid: id,
    template: form === undefined ? null : store.url("sharepoint-templates", form.id),
    template_code: form?.fields.code ?? null,
    template_name: form?.fields.name ?? null,
    user: store.url("sharepoint-users", user),
    ...own,
    quotas: [quota(store, id, "storage", Number(storage), 0)],
    deletable: own.type === "regular",
  };
}

function inTenant(store: Store, kind: Entity["kind"], id: string, tenantId: unknown): Shown {
  const tenants = kind.startsWith("exchange-") ? "exchange-tenants" : "sharepoint-tenants";
  return {
    url: store.url(kind, id),
    uuid: id,
    tenant: store.url(tenants, tenantId),
    tenant_uuid: tenantId,
    tenant_domain: store.get(tenants, tenantId)?.fields.domain ?? "",
  };
}

function address(store: Store, username: unknown, tenantId: unknown): string {
  return `${String(username)}@${String(store.get("exchange-tenants", tenantId)?.fields.domain)}`;
}

function roomsOf(store: Store, tenantId: string): number {
  return store.all("exchange-conference-rooms").filter(({ fields }) => fields.tenant === tenantId).length;
}

function part(
  store: Store,
  kind: Entity["kind"],
  id: unknown,
  show: (store: Store, entity: Entity) => Shown,
): Shown | null {
  const entity = store.get(kind, id);
  return entity === undefined ? null : show(store, entity);
}

function quota(store: Store, owner: string, name: string, limit: number, usage: number): Shown {
  const uuid = createHash("md5").update(`${owner} ${name}`).digest("hex");
  return { url: store.url("quotas", uuid), uuid, name, limit, usage };
}
