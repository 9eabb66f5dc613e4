import { parse as parseCsv } from "csv-parse/sync";
import * as z from "zod";
import type { Endpoint, EndpointAnswer } from "../../endpoint.ts";
import { blankText, call, fieldsOf, ignored, link, size, text } from "./call.ts";
import type { Entity, Kind } from "./entity.ts";
import { contains, type ListOptions, listed, paged, refersTo } from "./list.ts";
import { crash, detailed, faulty, Refusal } from "./refusal.ts";
import { shownContact, shownDelivery, shownExchangeUser, shownGroup, shownRoom } from "./render.ts";
import { newPassword, type Store } from "./store.ts";
import { provision, requireRoom, tenantEndpoints } from "./tenants.ts";

const email = z.string().regex(/^[^@\s]+@[^@\s]+$/, "Enter a valid email address.");
const username = text.regex(
  /^[^\s@]+$/,
  "The username can contain only letters, numbers, hyphens, underscores and period.",
);
const domain = z
  .string()
  .regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*\.?$/i, "Unallowed characters in label.");

const userFields = {
  name: text,
  username,
  first_name: text,
  last_name: text,
  mailbox_size: size,
  manager: link.nullable().optional(),
  office: blankText.optional(),
  phone: blankText.optional(),
  department: blankText.optional(),
  company: blankText.optional(),
  title: blankText.optional(),
  send_on_behalf_members: z.array(link).optional(),
  send_as_members: z.array(link).optional(),
};
const groupFields = {
  name: text,
  username,
  manager: link,
  senders_out: z.boolean().optional(),
  members: z.array(link).optional(),
};
const roomFields = {
  name: text,
  username,
  location: blankText.optional(),
  mailbox_size: size,
  phone: blankText.optional(),
};
const contactFields = { name: text, email, first_name: text, last_name: text };

/** The users, contacts, groups and rooms of a tenant: how each is told apart, checked and shown. */
interface ChildKind {
  readonly kind: Kind;
  readonly name: string;
  readonly fields: z.ZodRawShape;
  /** Taken by a create only. */
  readonly createOnly: z.ZodRawShape;
  readonly list: ListOptions;
  show(store: Store, entity: Entity, isList?: boolean): unknown;
}

/** The calls of MS Exchange (seeds/004). */
export function exchangeEndpoints(store: Store): Endpoint[] {
  const domainOf = ({ fields }: Entity) => store.get("exchange-tenants", fields.tenant)?.fields.domain;
  const addressOf = (entity: Entity) => `${String(entity.fields.username)}@${String(domainOf(entity))}`;
  const inTenant = { tenant_uuid: refersTo(({ fields }) => fields.tenant) };
  const inDomain = { tenant_domain: contains(domainOf), ...inTenant };
  const children: readonly ChildKind[] = [
    {
      kind: "exchange-users",
      name: "users",
      fields: userFields,
      createOnly: { notify: z.boolean().optional() },
      list: {
        filters: {
          name: contains("name"),
          email: contains(addressOf),
          username: contains("username"),
          first_name: contains("first_name"),
          last_name: contains("last_name"),
          ...inTenant,
        },
        orders: ["name", "email", "username", "first_name", "last_name"],
      },
      show: shownExchangeUser,
    },
    {
      kind: "exchange-contacts",
      name: "contacts",
      fields: contactFields,
      createOnly: {},
      list: {
        filters: {
          name: contains("name"),
          email: contains("email"),
          first_name: contains("first_name"),
          last_name: contains("last_name"),
          ...inTenant,
        },
        orders: [],
      },
      show: shownContact,
    },
    {
      kind: "exchange-groups",
      name: "groups",
      fields: groupFields,
      createOnly: {},
      list: { filters: { name: contains("name"), username: contains("username"), ...inDomain }, orders: [] },
      show: shownGroup,
    },
    {
      kind: "exchange-conference-rooms",
      name: "rooms",
      fields: roomFields,
      createOnly: {},
      list: {
        filters: {
          name: contains("name"),
          username: contains("username"),
          phone: contains("phone"),
          location: contains("location"),
          ...inDomain,
        },
        orders: ["name", "username", "phone", "location"],
      },
      show: shownRoom,
    },
  ];
  return [
    ...tenantEndpoints(store, "exchange-tenants", "exchange"),
    call(store, {
      id: "saltstack.exchange.tenants.create",
      method: "POST",
      path: "/exchange-tenants/",
      handle: ({ body }) => createTenant(store, body),
    }),
    call(store, {
      id: "saltstack.exchange.tenants.domain",
      method: "POST",
      path: "/exchange-tenants/:uuid/domain/",
      handle: ({ parameters, body }) => {
        const tenant = store.existing("exchange-tenants", parameters.uuid);
        const fields = fieldsOf(store, { domain }, body);
        if (isTaken(store, fields.domain, tenant)) {
          throw detailed(500, "The domain is already taken.");
        }
        store.requireBackend(tenant);
        store.set(tenant, fields);
        return { status: 200, body: fields };
      },
    }),
    call(store, {
      id: "saltstack.exchange.tenants.bulkUsers",
      method: "POST",
      path: "/exchange-tenants/:uuid/users/",
      handle: ({ parameters, body }) => createMany(store, store.existing("exchange-tenants", parameters.uuid), body),
    }),
    ...children.flatMap((child) => childEndpoints(store, child)),
    call(store, {
      id: "saltstack.exchange.users.password",
      method: "POST",
      path: "/exchange-users/:uuid/password/",
      handle: ({ parameters, body }) => {
        const user = store.existing("exchange-users", parameters.uuid);
        const { notify } = fieldsOf(store, { notify: z.boolean().optional() }, body);
        requirePhone(notify, user.fields.phone);
        store.requireBackend(user);
        store.set(user, { password: newPassword() });
        return { status: 200, body: { password: user.fields.password } };
      },
    }),
    ...(["send_on_behalf_members", "send_as_members"] as const).flatMap((field) => {
      const name = field === "send_as_members" ? "sendas" : "sendonbehalf";
      const path = `/exchange-users/:uuid/${name}/`;
      const show = (user: Entity): EndpointAnswer => ({
        status: 200,
        body: (user.fields[field] as string[]).flatMap((id) => {
          const member = store.get("exchange-users", id);
          return member === undefined ? [] : [shownExchangeUser(store, member)];
        }),
      });
      return [
        call(store, {
          id: `saltstack.exchange.users.${name}`,
          method: "GET",
          path,
          handle: ({ parameters }) => show(store.existing("exchange-users", parameters.uuid)),
        }),
        call(store, {
          id: `saltstack.exchange.users.${name}.set`,
          method: "POST",
          path,
          handle: ({ parameters, body }) => {
            const user = store.existing("exchange-users", parameters.uuid);
            const { members } = fieldsOf(store, { members: z.array(link) }, body);
            delegate(store, user, field, usersOf(store, "members", members));
            return show(user);
          },
        }),
      ];
    }),
    call(store, {
      id: "saltstack.exchange.groups.members",
      method: "GET",
      path: "/exchange-groups/:uuid/members/",
      handle: ({ parameters, query }) => {
        const { id, fields } = store.existing("exchange-groups", parameters.uuid);
        const members = shownDelivery(store, fields.members);
        return store.behaviour.pagedMembers
          ? paged(store, `exchange-groups/${id}/members/`, members, query)
          : { status: 200, body: members };
      },
    }),
    call(store, {
      id: "saltstack.exchange.groups.deliveryMembers",
      method: "GET",
      path: "/exchange-groups/:uuid/delivery_members/",
      handle: ({ parameters }) => {
        const { fields } = store.existing("exchange-groups", parameters.uuid);
        return { status: 200, body: shownDelivery(store, fields.delivery_members) };
      },
    }),
    call(store, {
      id: "saltstack.exchange.groups.setDeliveryMembers",
      method: "POST",
      path: "/exchange-groups/:uuid/delivery_members/",
      handle: ({ parameters, body }) => {
        const group = store.existing("exchange-groups", parameters.uuid);
        const { members } = fieldsOf(store, { members: z.array(z.string()) }, body);
        const ids = members.map((member) => {
          try {
            return store.linked("members", ["exchange-users", "exchange-contacts"], member).id;
          } catch {
            throw new Refusal({ status: 400, body: ["Invalid hyperlink - Incorrect URL match."] });
          }
        });
        store.requireBackend(group);
        store.set(group, { delivery_members: [...new Set(ids)] });
        return { status: 200, body: shownDelivery(store, group.fields.delivery_members) };
      },
    }),
  ];
}

function createTenant(store: Store, body: unknown): EndpointAnswer {
  const fields = fieldsOf(
    store,
    { name: text, description: blankText.optional(), service_project_link: link, domain, mailbox_size: size },
    body,
  );
  const spl = store.linked("service_project_link", ["saltstack-service-project-link"], fields.service_project_link);
  requireRoom(store, spl.id, "exchange-tenants", fields.mailbox_size);
  if (isTaken(store, fields.domain)) {
    throw faulty({ name: "This tenant name or domain is already taken: the backend has it." });
  }
  const tenant = store.make("exchange-tenants", { ...fields, service_project_link: spl.id });
  return provision(store, tenant, () => undefined);
}

/** Only the backend knows which domains are taken, so that one which is not there yet can be had twice. */
function isTaken(store: Store, wanted: string, except?: Entity): boolean {
  return store
    .all("exchange-tenants")
    .some(
      (tenant) =>
        tenant !== except &&
        String(tenant.fields.domain).toLowerCase() === wanted.toLowerCase() &&
        tenant.fields.state !== "Provisioning Scheduled" &&
        !(tenant.fields.state === "Erred" && tenant.fields.start_time === null),
    );
}

function childEndpoints(store: Store, child: ChildKind): Endpoint[] {
  const { kind, name, list, show } = child;
  const id = `saltstack.exchange.${name}`;
  const one = `/${kind}/:uuid/`;
  const change = (isPartial: boolean) => ({
    path: one,
    handle: ({ parameters, body }: { parameters: Readonly<Record<string, string>>; body: unknown }) => {
      const entity = store.existing(kind, parameters.uuid);
      updateChild(store, child, entity, body, isPartial);
      return { status: 200, body: show(store, entity) };
    },
  });
  return [
    call(store, {
      id: `${id}.list`,
      method: "GET",
      path: `/${kind}/`,
      handle: ({ query }) => listed(store, kind, list, query, (entity) => show(store, entity, true)),
    }),
    call(store, {
      id: `${id}.get`,
      method: "GET",
      path: one,
      handle: ({ parameters }) => {
        if (!store.behaviour.impliedReads) {
          throw detailed(405, 'Method "GET" not allowed.');
        }
        return { status: 200, body: show(store, store.existing(kind, parameters.uuid)) };
      },
    }),
    call(store, {
      id: `${id}.create`,
      method: "POST",
      path: `/${kind}/`,
      handle: ({ body }) => {
        const entity = createChild(store, child, body);
        return {
          status: 201,
          headers: { Location: store.url(kind, entity.id) },
          body: show(store, entity),
        };
      },
    }),
    call(store, { id: `${id}.put`, method: "PUT", ...change(false) }),
    call(store, { id: `${id}.patch`, method: "PATCH", ...change(true) }),
    call(store, {
      id: `${id}.delete`,
      method: "DELETE",
      path: one,
      handle: ({ parameters }) => {
        const entity = store.existing(kind, parameters.uuid);
        const managed = [...store.all("exchange-users"), ...store.all("exchange-groups")];
        if (store.behaviour.managed === "refuse" && managed.some(({ fields }) => fields.manager === entity.id)) {
          throw detailed(409, "The user manages others.");
        }
        store.requireBackend(entity);
        store.remove(entity);
        return { status: 204 };
      },
    }),
  ];
}

function createChild(store: Store, child: ChildKind, body: unknown): Entity {
  const {
    notify,
    tenant: tenantLink,
    ...given
  } = fieldsOf(store, { tenant: link, ...child.fields, ...child.createOnly }, body) as Record<string, unknown>;
  const tenant = store.linked("tenant", ["exchange-tenants"], tenantLink);
  const fields = resolved(store, child.kind, tenant, given);
  requireUsername(store, tenant, fields.username);
  requireMailbox(store, tenant, Number(fields.mailbox_size ?? 0));
  requirePhone(notify, fields.phone);
  requireAscii(fields.username);
  if (tenant.fields.state !== "Online") {
    throw detailed(409, "Tenant must be in stable state to perform this operation");
  }
  store.requireBackend(tenant);
  const { send_on_behalf_members = [], send_as_members = [], ...own } = fields;
  const entity = store.make(child.kind, {
    ...own,
    tenant: tenant.id,
    ...(child.kind === "exchange-users" ? { password: newPassword() } : {}),
  });
  if (child.kind === "exchange-users") {
    delegate(store, entity, "send_on_behalf_members", send_on_behalf_members as string[]);
    delegate(store, entity, "send_as_members", send_as_members as string[]);
  }
  // That senders outside are let in is stored, and at a create not sent on.
  store.set(entity, {}, child.kind === "exchange-groups" ? { senders_out: false } : {});
  return entity;
}

function updateChild(store: Store, child: ChildKind, entity: Entity, body: unknown, isPartial: boolean): void {
  const shape = isPartial
    ? Object.fromEntries(Object.entries(child.fields).map(([name, field]) => [name, (field as z.ZodType).optional()]))
    : child.fields;
  const {
    tenant: _tenant,
    notify: _notify,
    ...given
  } = fieldsOf(store, { ...shape, tenant: ignored, notify: ignored }, body) as Record<string, unknown>;
  const tenant = store.existing("exchange-tenants", String(entity.fields.tenant));
  if ("mailbox_size" in child.fields && given.mailbox_size === undefined && store.behaviour.patchNeedsMailboxSize) {
    throw crash();
  }
  const fields = resolved(store, child.kind, tenant, given);
  if (fields.username !== undefined && fields.username !== entity.fields.username) {
    requireUsername(store, tenant, fields.username);
    requireAscii(fields.username);
  }
  requireMailbox(store, tenant, Number(fields.mailbox_size ?? 0) - Number(entity.fields.mailbox_size ?? 0));
  store.requireBackend(entity);
  const { send_on_behalf_members, send_as_members, ...own } = fields;
  const sent = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== "" && value !== null));
  store.set(entity, own, sent);
  for (const [field, members] of Object.entries({ send_on_behalf_members, send_as_members })) {
    if (members !== undefined) {
      delegate(store, entity, field, members as string[]);
    }
  }
}

/** The fields with the IDs of what their hyperlinks lead to; all of it must be in the tenant. */
function resolved(
  store: Store,
  kind: Kind,
  tenant: Entity,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) {
      continue;
    }
    if (name === "manager") {
      const manager = value === null ? undefined : store.linked(name, ["exchange-users"], value);
      if (kind === "exchange-groups" && manager?.fields.tenant !== tenant.id) {
        throw faulty({ manager: "Manager user must be form the same tenant as group." });
      }
      fields[name] = manager?.id ?? null;
    } else if (Array.isArray(value)) {
      fields[name] = usersOf(store, name, value as string[], kind === "exchange-groups" ? tenant : undefined);
    } else {
      fields[name] = value;
    }
  }
  return fields;
}

function usersOf(store: Store, field: string, links: readonly string[], tenant?: Entity): string[] {
  const users = links.map((member) => store.linked(field, ["exchange-users"], member));
  if (tenant !== undefined && users.some(({ fields }) => fields.tenant !== tenant.id)) {
    throw faulty({ non_field_errors: "Users must be from the same tenant as group." });
  }
  return [...new Set(users.map(({ id }) => id))];
}

/** Sets who may send for a user; in both directions, as the installation that was seen does. */
function delegate(store: Store, user: Entity, field: string, members: readonly string[]): void {
  if (store.behaviour.symmetricDelegations) {
    for (const other of store.all("exchange-users").filter(({ id }) => id !== user.id)) {
      const held = (other.fields[field] as string[]).filter((id) => id !== user.id);
      store.set(other, { [field]: members.includes(other.id) ? [...held, user.id] : held });
    }
  }
  store.set(user, { [field]: members.filter((id) => id !== user.id) });
}

function createMany(store: Store, tenant: Entity, body: unknown): EndpointAnswer {
  const { csv, notify } = multipartOf(body) ?? (body as { csv?: unknown; notify?: unknown } | undefined) ?? {};
  if (typeof csv !== "string") {
    throw detailed(400, "Expecting 'csv' parameter as a file or JSON string");
  }
  let rows: Record<string, string>[];
  try {
    rows = parseCsv(csv, { columns: true, bom: true, skip_empty_lines: true });
  } catch {
    throw detailed(400, "Could not parse CSV payload");
  }
  const { manager: _manager, ...columns } = userFields;
  const faults: object[] = [];
  const users = rows.map((row) => {
    try {
      const { email: _email, send_on_behalf_members: _behalf, send_as_members: _as, ...given } = row;
      const { ...fields } = fieldsOf(store, columns, given) as Record<string, unknown>;
      requireUsername(store, tenant, fields.username);
      requireMailbox(store, tenant, Number(fields.mailbox_size));
      requirePhone(notify, fields.phone);
      requireAscii(fields.username);
      faults.push({});
      return fields;
    } catch (error) {
      if (!(error instanceof Refusal) || error.answer.status !== 400) {
        throw error;
      }
      faults.push(error.answer.body as object);
      return {};
    }
  });
  if (faults.some((fault) => Object.keys(fault).length > 0)) {
    throw new Refusal({ status: 400, body: faults });
  }
  const total = users.reduce((sum, user) => sum + Number(user.mailbox_size), 0);
  if (total > Number(tenant.fields.mailbox_size) - store.usage(tenant)) {
    throw detailed(400, `Size of users' mailboxes exceeds tenant's quota ${String(tenant.fields.mailbox_size)}`);
  }
  store.later(
    `bulk ${tenant.id}`,
    ...users.map((user) => () => {
      const isThere = store
        .all("exchange-users")
        .some(({ fields }) => fields.tenant === tenant.id && fields.username === user.username);
      if (!isThere && !store.behaviour.lostBulkUsers.includes(String(user.username))) {
        store.make("exchange-users", { ...user, tenant: tenant.id, password: newPassword() });
      }
    }),
  );
  return { status: 200, body: { status: `${users.length} users scheduled for creation` } };
}

/** The part `csv` of a form with parts, which the document names beside JSON. */
function multipartOf(body: unknown): { csv: string; notify?: boolean } | undefined {
  if (typeof body !== "string" || !body.startsWith("--")) {
    return undefined;
  }
  const csv = /name="csv"[^\n]*\r?\n(?:[^\r\n]+\r?\n)*\r?\n([\s\S]*?)\r?\n--/.exec(body)?.[1];
  return csv === undefined ? undefined : { csv };
}

function requireUsername(store: Store, tenant: Entity, wanted: unknown): void {
  const named = (["exchange-users", "exchange-groups", "exchange-conference-rooms"] as const).flatMap((kind) =>
    store.all(kind),
  );
  if (wanted !== undefined && named.some(({ fields }) => fields.tenant === tenant.id && fields.username === wanted)) {
    throw faulty({ username: "This username is already taken." });
  }
  if (typeof wanted === "string" && (wanted.startsWith(".") || wanted.endsWith("."))) {
    throw faulty({ username: "The username cannot begin or end with a period." });
  }
}

function requireAscii(wanted: unknown): void {
  if (typeof wanted === "string" && /[^\w.-]/.test(wanted)) {
    throw /[^\x20-\x7e]/.test(wanted)
      ? crash()
      : faulty({ username: "The username can contain only letters, numbers, hyphens, underscores and period." });
  }
}

function requireMailbox(store: Store, tenant: Entity, more: number): void {
  const left = Number(tenant.fields.mailbox_size) - store.usage(tenant);
  if (more > left) {
    throw faulty({
      non_field_errors: `mailbox_size quota limit: ${String(tenant.fields.mailbox_size)}, requires ${more}`,
    });
  }
}

function requirePhone(notify: unknown, phone: unknown): void {
  if (notify === true && (phone === undefined || phone === "")) {
    throw faulty({ phone: "Missed phone number for notification." });
  }
}
