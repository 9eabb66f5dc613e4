import * as z from "zod";
import type { Endpoint, EndpointAnswer } from "../../endpoint.ts";
import { blankText, call, fieldsOf, ignored, link, size, text } from "./call.ts";
import type { Entity } from "./entity.ts";
import { contains, type ListOptions, listed, refersTo } from "./list.ts";
import { crash, detailed, faulty } from "./refusal.ts";
import { listedSharepointUser, shownSharepointUser, shownSite, shownTemplate } from "./render.ts";
import { adminTemplateId, newPassword, type Store } from "./store.ts";
import { provision, requireRoom, tenantEndpoints } from "./tenants.ts";

/** What the sites that come with users and tenants hold, in MB. */
const personalStorage = 5;
const adminStorage = 50;
const mainStorage = 500;

const email = z.string().regex(/^[^@\s]+@[^@\s]+$/, "Enter a valid email address.");
const userFields = {
  name: text,
  email,
  username: text,
  first_name: text,
  last_name: text,
  phone: blankText.optional(),
};

/** The calls of MS SharePoint (seeds/004). */
export function sharepointEndpoints(store: Store): Endpoint[] {
  const tenantOf = ({ fields }: Entity) => store.get("sharepoint-users", fields.user)?.fields.tenant;
  const templateOf = ({ fields }: Entity) => store.get("sharepoint-templates", fields.template);
  const users: ListOptions = {
    filters: {
      name: contains("name"),
      username: contains("username"),
      email: contains("email"),
      first_name: contains("first_name"),
      last_name: contains("last_name"),
      tenant_uuid: refersTo(({ fields }) => fields.tenant),
      tenant: ({ fields }, value) => value.includes(String(fields.tenant)),
    },
    orders: ["name", "username", "email", "first_name", "last_name"],
  };
  const sites: ListOptions = {
    filters: {
      name: contains("name"),
      description: contains("description"),
      access_url: contains("access_url"),
      user_uuid: refersTo(({ fields }) => fields.user),
      template_uuid: refersTo(({ fields }) => fields.template),
      template_code: contains((site) => templateOf(site)?.fields.code),
      template_name: contains((site) => templateOf(site)?.fields.name),
      tenant_uuid: refersTo(tenantOf),
      type: ({ fields }, value) => fields.type === value,
    },
    orders: [],
  };
  const templates: ListOptions = {
    filters: { name: contains("name"), domain: () => true },
    orders: ["name", "domain"],
  };
  const user = "/sharepoint-users/:uuid/";
  const site = "/sharepoint-site-collections/:uuid/";
  const changeUser = (isPartial: boolean) => ({
    path: user,
    handle: ({ parameters, body }: { parameters: Readonly<Record<string, string>>; body: unknown }) => {
      const entity = store.existing("sharepoint-users", parameters.uuid);
      updateUser(store, entity, body, isPartial);
      return { status: 200, body: shownSharepointUser(store, entity) };
    },
  });
  return [
    ...tenantEndpoints(store, "sharepoint-tenants", "sharepoint"),
    call(store, {
      id: "saltstack.sharepoint.tenants.create",
      method: "POST",
      path: "/sharepoint-tenants/",
      handle: ({ body }) => createTenant(store, body),
    }),
    call(store, {
      id: "saltstack.sharepoint.templates.list",
      method: "GET",
      path: "/sharepoint-templates/",
      handle: ({ query }) =>
        listed(store, "sharepoint-templates", templates, query, (entity) => shownTemplate(store, entity)),
    }),
    call(store, {
      id: "saltstack.sharepoint.users.list",
      method: "GET",
      path: "/sharepoint-users/",
      handle: ({ query }) =>
        listed(store, "sharepoint-users", users, query, (entity) => listedSharepointUser(store, entity)),
    }),
    call(store, {
      id: "saltstack.sharepoint.users.get",
      method: "GET",
      path: user,
      handle: ({ parameters }) => ({
        status: 200,
        body: shownSharepointUser(store, store.existing("sharepoint-users", parameters.uuid)),
      }),
    }),
    call(store, {
      id: "saltstack.sharepoint.users.create",
      method: "POST",
      path: "/sharepoint-users/",
      handle: ({ body }) => createUser(store, body),
    }),
    call(store, { id: "saltstack.sharepoint.users.put", method: "PUT", ...changeUser(false) }),
    call(store, { id: "saltstack.sharepoint.users.patch", method: "PATCH", ...changeUser(true) }),
    call(store, {
      id: "saltstack.sharepoint.users.password",
      method: "POST",
      path: `${user}password/`,
      handle: ({ parameters, body }) => {
        const entity = store.existing("sharepoint-users", parameters.uuid);
        fieldsOf(store, { notify: z.boolean().optional() }, body);
        store.requireBackend(entity);
        store.set(entity, { password: newPassword() });
        return { status: 200, body: { password: entity.fields.password } };
      },
    }),
    call(store, {
      id: "saltstack.sharepoint.users.delete",
      method: "DELETE",
      path: user,
      handle: ({ parameters }) => remove(store, store.existing("sharepoint-users", parameters.uuid)),
    }),
    call(store, {
      id: "saltstack.sharepoint.sites.list",
      method: "GET",
      path: "/sharepoint-site-collections/",
      handle: ({ query }) =>
        listed(store, "sharepoint-site-collections", sites, query, (entity) => shownSite(store, entity)),
    }),
    call(store, {
      id: "saltstack.sharepoint.sites.get",
      method: "GET",
      path: site,
      handle: ({ parameters }) => ({
        status: 200,
        body: shownSite(store, store.existing("sharepoint-site-collections", parameters.uuid)),
      }),
    }),
    call(store, {
      id: "saltstack.sharepoint.sites.create",
      method: "POST",
      path: "/sharepoint-site-collections/",
      handle: ({ body }) => createSite(store, body),
    }),
    call(store, {
      id: "saltstack.sharepoint.sites.delete",
      method: "DELETE",
      path: site,
      handle: ({ parameters }) => {
        const entity = store.existing("sharepoint-site-collections", parameters.uuid);
        if (entity.fields.type !== "regular") {
          throw detailed(403, "It is impossible to delete default tenant site collections.");
        }
        return remove(store, entity);
      },
    }),
    ...(["post", "put"] as const).map((method) =>
      call(store, {
        id: `saltstack.sharepoint.sites.changeQuotas.${method}`,
        method: method === "post" ? "POST" : "PUT",
        path: `${site}change_quotas/`,
        handle: ({ parameters, body }) =>
          changeSiteQuota(store, store.existing("sharepoint-site-collections", parameters.uuid), body),
      }),
    ),
  ];
}

function createTenant(store: Store, body: unknown): EndpointAnswer {
  const { phone, notify, site_name, site_description, template, service_project_link, ...own } = fieldsOf(
    store,
    {
      name: text,
      description: blankText.optional(),
      service_project_link: link,
      domain: text,
      storage: z.coerce.number().int().min(1024),
      site_name: text,
      site_description: text,
      template: link,
      phone: blankText.optional(),
      notify: z.boolean().optional(),
    },
    body,
  );
  const spl = store.linked("service_project_link", ["saltstack-service-project-link"], service_project_link);
  const form = store.linked("template", ["sharepoint-templates"], template);
  if (notify === true && (phone ?? "") === "") {
    throw faulty({ phone: "Missed phone number for notification." });
  }
  requireRoom(store, spl.id, "sharepoint-tenants", own.storage);
  if (store.all("sharepoint-tenants").some(({ fields }) => fields.domain === own.domain)) {
    throw faulty({ domain: "Tenant domain should be unique." });
  }
  const tenant = store.make("sharepoint-tenants", { ...own, service_project_link: spl.id });
  return provision(store, tenant, () => {
    const admin = newUser(
      store,
      tenant,
      {
        name: "Admin",
        username: "admin",
        first_name: "Admin",
        last_name: "Admin",
        email: `admin@${own.domain}`,
        phone: phone ?? "",
      },
      true,
    );
    const newSite = (fields: Record<string, unknown>) =>
      store.make("sharepoint-site-collections", { user: admin.id, ...fields }, true).id;
    store.set(tenant, {
      admin: admin.id,
      main_site_collection: newSite({
        name: site_name,
        description: site_description,
        template: form.id,
        storage: mainStorage,
        type: "main",
        access_url: `http://${own.domain}`,
      }),
      admin_site_collection: newSite({
        name: "Admin",
        description: "Admin site collection",
        template: adminTemplateId,
        storage: adminStorage,
        type: "admin",
        access_url: `http://${own.domain}/admin`,
      }),
    });
  });
}

/** Makes a user, and the personal site that comes with each. */
function newUser(store: Store, tenant: Entity, fields: Record<string, unknown>, automatic = false): Entity {
  const user = store.make("sharepoint-users", { ...fields, tenant: tenant.id, password: newPassword() }, automatic);
  const site = store.make(
    "sharepoint-site-collections",
    {
      user: user.id,
      name: "Personal",
      description: "Personal site collection",
      storage: personalStorage,
      type: "personal",
      access_url: `http://${String(tenant.fields.domain)}/my/personal/${user.id.slice(0, 20)}`,
    },
    true,
  );
  store.set(user, { personal_site_collection: site.id });
  return user;
}

function createUser(store: Store, body: unknown): EndpointAnswer {
  const {
    tenant: tenantLink,
    notify,
    ...fields
  } = fieldsOf(store, { tenant: link, ...userFields, notify: z.boolean().optional() }, body);
  const tenant = store.linked("tenant", ["sharepoint-tenants"], tenantLink);
  if (tenant.fields.state !== "Online") {
    throw faulty({ tenant: "It is impossible to create site collection if tenant is not online." });
  }
  if (notify === true && (fields.phone ?? "") === "") {
    throw faulty({ phone: "Missed phone number for notification." });
  }
  if (personalStorage > Number(tenant.fields.storage) - store.usage(tenant)) {
    throw faulty({ tenant: "Tenant has not enough space for user creation." });
  }
  const user = newUser(store, tenant, fields);
  return {
    status: 201,
    headers: { Location: store.url("sharepoint-users", user.id) },
    body: shownSharepointUser(store, user),
  };
}

function updateUser(store: Store, user: Entity, body: unknown, isPartial: boolean): void {
  const shape = isPartial
    ? Object.fromEntries(Object.entries(userFields).map(([name, field]) => [name, (field as z.ZodType).optional()]))
    : userFields;
  const {
    tenant: _tenant,
    notify: _notify,
    ...fields
  } = fieldsOf(store, { ...shape, tenant: ignored, notify: ignored }, body) as Record<string, unknown>;
  for (const field of ["name", "username"]) {
    const isAdmin = user.automatic && String(user.fields[field]).toLowerCase() === "admin";
    if (isAdmin && fields[field] !== undefined && fields[field] !== user.fields[field]) {
      throw faulty({ [field]: `Admin user's ${field} cannot be changed.` });
    }
  }
  store.requireBackend(user);
  const changed = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  store.set(user, changed, Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== "")));
}

function createSite(store: Store, body: unknown): EndpointAnswer {
  const fields = fieldsOf(
    store,
    {
      template: link,
      user: link,
      site_url: blankText.optional(),
      name: text,
      description: z.string().min(1).max(500),
      storage: size,
    },
    body,
  );
  const form = store.linked("template", ["sharepoint-templates"], fields.template);
  const user = store.linked("user", ["sharepoint-users"], fields.user);
  const tenant = store.existing("sharepoint-tenants", String(user.fields.tenant));
  if (tenant.fields.state !== "Online") {
    throw faulty({ user: "It is impossible to create site collection if user tenant is not online." });
  }
  const left = Number(tenant.fields.storage) - store.usage(tenant);
  if (fields.storage > left) {
    throw faulty({
      non_field_errors: `Storage quota is over limit. Site collection cannot be greater then ${left} MB`,
    });
  }
  const isNamed = store
    .all("sharepoint-site-collections")
    .some(
      (site) =>
        site.fields.name === fields.name &&
        store.get("sharepoint-users", site.fields.user)?.fields.tenant === tenant.id,
    );
  if (isNamed) {
    throw faulty({ non_field_errors: `Site collection with name "${fields.name}" already exists in such tenant` });
  }
  if (fields.site_url === undefined) {
    throw crash();
  }
  const site = store.make("sharepoint-site-collections", {
    ...fields,
    template: form.id,
    user: user.id,
    access_url: `http://${String(tenant.fields.domain)}/sites/${fields.site_url}`,
  });
  return {
    status: 201,
    headers: { Location: store.url("sharepoint-site-collections", site.id) },
    body: shownSite(store, site),
  };
}

function changeSiteQuota(store: Store, site: Entity, body: unknown): EndpointAnswer {
  const { storage } = fieldsOf(store, { storage: z.coerce.number().min(1) }, body);
  const tenant = store.existing(
    "sharepoint-tenants",
    String(store.get("sharepoint-users", site.fields.user)?.fields.tenant),
  );
  const left = Number(tenant.fields.storage) - store.usage(tenant);
  if (storage - Number(site.fields.storage) > left) {
    throw faulty({
      non_field_errors: `Storage quota is over limit. Site collection cannot be greater then ${left + Number(site.fields.storage)} MB`,
    });
  }
  if (site.fields.type === "personal" && site.fields.template === null) {
    throw detailed(409, "User personal site collection is not initialized");
  }
  store.requireBackend(site);
  store.set(site, { storage });
  return { status: 200, body: { status: "Storage quota was successfully changed." } };
}

function remove(store: Store, entity: Entity): EndpointAnswer {
  store.requireBackend(entity);
  store.remove(entity);
  return { status: 204 };
}
