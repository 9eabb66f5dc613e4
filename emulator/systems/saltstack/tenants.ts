import * as z from "zod";
import type { Endpoint, EndpointAnswer } from "../../endpoint.ts";
import { blankText, call, fieldsOf, ignored, text } from "./call.ts";
import type { Entity } from "./entity.ts";
import { contains, type Filter, listed, refersTo } from "./list.ts";
import { detailed, faulty } from "./refusal.ts";
import { shownTenant } from "./render.ts";
import { type Store, sizeField } from "./store.ts";

type TenantKind = "exchange-tenants" | "sharepoint-tenants";

/** The filters that both kinds of tenants have. */
function tenantFilters(store: Store): Readonly<Record<string, Filter>> {
  const link = ({ fields }: Entity) => store.get("saltstack-service-project-link", fields.service_project_link);
  const service = (tenant: Entity) => store.get("saltstack", link(tenant)?.fields.service);
  const shown = (field: string) => contains((tenant) => shownTenant(store, tenant)[field]);
  const within =
    (field: string): Filter =>
    (tenant, value) =>
      value.includes(String(shownTenant(store, tenant)[field]));
  const customer = (tenant: Entity) => service(tenant)?.fields.customer;
  const nothing: Filter = () => false;
  return {
    customer: (tenant, value) => value.includes(String(customer(tenant))),
    customer_uuid: refersTo(customer),
    customer_name: shown("customer_name"),
    customer_native_name: shown("customer_native_name"),
    customer_abbreviation: shown("customer_abbreviation"),
    project: within("project_uuid"),
    project_uuid: refersTo((tenant) => link(tenant)?.fields.project),
    project_name: shown("project_name"),
    project_group: nothing,
    project_group_uuid: nothing,
    project_group_name: nothing,
    service_uuid: refersTo((tenant) => service(tenant)?.id),
    service_name: shown("service_name"),
    name: contains("name"),
    description: contains("description"),
    state: (tenant, value) => tenant.fields.state === value,
    uuid: refersTo(({ id }) => id),
    domain: contains("domain"),
  };
}

/** What both kinds of tenants do alike: they are listed, read, renamed, resized and deleted. */
export function tenantEndpoints(store: Store, kind: TenantKind, name: string): Endpoint[] {
  const list = `/${kind}/`;
  const one = `/${kind}/:uuid/`;
  const size = sizeField(kind);
  const filters = tenantFilters(store);
  return [
    call(store, {
      id: `saltstack.${name}.tenants.list`,
      method: "GET",
      path: list,
      handle: ({ query }) =>
        listed(store, kind, { filters, orders: ["name", "domain"] }, query, (tenant) =>
          shownTenant(store, tenant, true),
        ),
    }),
    call(store, {
      id: `saltstack.${name}.tenants.get`,
      method: "GET",
      path: one,
      handle: ({ parameters }) => ({
        status: 200,
        body: shownTenant(store, store.existing(kind, parameters.uuid)),
      }),
    }),
    call(store, {
      id: `saltstack.${name}.tenants.update`,
      method: "PUT",
      path: one,
      handle: ({ parameters, body }) => {
        const tenant = store.existing(kind, parameters.uuid);
        requireStable(tenant);
        const { name: newName, description } = fieldsOf(
          store,
          {
            name: text,
            description: blankText.optional(),
            domain: ignored,
            service_project_link: ignored,
            [size]: ignored,
          },
          body,
        );
        store.set(tenant, { name: newName, ...(description === undefined ? {} : { description }) });
        return { status: 200, body: shownTenant(store, tenant) };
      },
    }),
    call(store, {
      id: `saltstack.${name}.tenants.changeQuotas`,
      method: "POST",
      path: `${one}change_quotas/`,
      handle: ({ parameters, body }) => {
        const tenant = store.existing(kind, parameters.uuid);
        const minimum = kind === "sharepoint-tenants" ? 1024 : 1;
        const wanted = Number(fieldsOf(store, { [size]: z.coerce.number().min(minimum) }, body)[size]);
        if (wanted < store.usage(tenant)) {
          throw faulty({ [size]: "New limit cannot be lower than current usage." });
        }
        requireRoom(store, tenant.fields.service_project_link, kind, wanted - Number(tenant.fields[size]));
        store.requireBackend(tenant);
        store.set(tenant, { [size]: wanted });
        return { status: 200, body: { status: "Tenant quotas were successfully changed." } };
      },
    }),
    call(store, {
      id: `saltstack.${name}.tenants.delete`,
      method: "DELETE",
      path: one,
      handle: ({ parameters }) => deleteTenant(store, store.existing(kind, parameters.uuid)),
    }),
  ];
}

/** Begins a tenant: it goes through its states by itself. `becomeOnline` makes what comes with it. */
export function provision(store: Store, tenant: Entity, becomeOnline: () => void): EndpointAnswer {
  const fails = store.behaviour.failedProvisions > 0;
  if (fails) {
    store.behaviour.failedProvisions--;
  }
  store.set(tenant, { state: "Provisioning Scheduled", start_time: null, backend_id: "" });
  store.schedule(
    tenant.id,
    () => store.set(tenant, { state: "Provisioning" }),
    () => {
      if (fails) {
        store.set(tenant, { state: "Erred", error_message: store.behaviour.backendError });
        return;
      }
      becomeOnline();
      store.set(tenant, {
        state: "Online",
        start_time: new Date().toISOString(),
        backend_id: `NC_${tenant.id.slice(0, 10).toUpperCase()}`,
      });
    },
  );
  const url = store.url(tenant.kind, tenant.id);
  return { status: 201, headers: { Location: url }, body: shownTenant(store, tenant) };
}

/** Refuses a change of a tenant that is under way or Erred. */
function requireStable({ fields }: Entity): void {
  if (fields.state !== "Online" && fields.state !== "Offline") {
    throw detailed(409, `Resource is in the state ${String(fields.state)}; it must be Online or Offline.`);
  }
}

/** Refuses what the link's quota has no room for. */
export function requireRoom(store: Store, link: unknown, kind: TenantKind, more: number): void {
  const left = store.linkLimit(kind) - store.linkUsage(link, kind);
  if (more > left) {
    throw faulty({
      [sizeField(kind)]: `Service project link quota exceeded: Total size should be lower than ${left} MB`,
    });
  }
}

function deleteTenant(store: Store, tenant: Entity): EndpointAnswer {
  const { state, start_time } = tenant.fields;
  if (state !== "Online" && state !== "Erred") {
    throw detailed(409, `Resource is in the state ${String(state)}; it must be Online or Erred.`);
  }
  if (state === "Erred" && start_time === null && store.behaviour.erredDeletion === "atOnce") {
    store.remove(tenant);
    return { status: 204 };
  }
  store.requireBackend(tenant);
  const enter = (next: string) => () => store.set(tenant, { state: next });
  const fails = store.behaviour.failedDeletions > 0;
  if (fails) {
    store.behaviour.failedDeletions--;
  }
  const isExchange = tenant.kind === "exchange-tenants";
  const fail = () =>
    store.set(tenant, { state: "Erred", error_message: isExchange ? store.behaviour.backendError : "" });
  const end = fails ? fail : () => store.remove(tenant);
  if (state === "Erred" && isExchange) {
    // It is shown as Erred for some time more, and may be so once again before it is gone.
    const wavers = store.behaviour.waveringDeletion ? [enter("Deleting"), enter("Erred")] : [enter("Deleting")];
    store.schedule(tenant.id, enter("Erred"), enter("Erred"), ...wavers, end);
  } else {
    enter(isExchange ? "Offline" : "Deletion Scheduled")();
    store.schedule(tenant.id, ...(isExchange ? [enter("Deletion Scheduled")] : []), enter("Deleting"), end);
  }
  return { status: 202, body: { detail: "Deletion was scheduled." } };
}
