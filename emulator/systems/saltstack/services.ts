import * as z from "zod";
import type { Endpoint } from "../../endpoint.ts";
import { call, fieldsOf, link, text } from "./call.ts";
import { listed } from "./list.ts";
import { detailed, faulty } from "./refusal.ts";
import { shownLink, shownService } from "./render.ts";
import type { Store } from "./store.ts";

/** The ID in a hyperlink to something that this API only names: a customer, a project. */
function idIn(field: string, kind: string, url: string): string {
  const id = new RegExp(`/${kind}/([^/]+)/$`).exec(url)?.[1];
  if (id === undefined) {
    throw faulty({ [field]: "Invalid hyperlink - No URL match." });
  }
  return id;
}

/** The calls of services and of their links to projects (seeds/004). */
export function serviceEndpoints(store: Store): Endpoint[] {
  const none = { filters: {}, orders: [] };
  const spl = "/saltstack-service-project-link/";
  return [
    call(store, {
      id: "saltstack.services.list",
      method: "GET",
      path: "/saltstack/",
      handle: ({ query }) => listed(store, "saltstack", none, query, (entity) => shownService(store, entity)),
    }),
    call(store, {
      id: "saltstack.services.create",
      method: "POST",
      path: "/saltstack/",
      handle: ({ body }) => {
        const { customer, ...fields } = fieldsOf(
          store,
          {
            name: text,
            customer: link,
            settings: link.optional(),
            dummy: z.boolean().optional(),
            backend_url: z.string().optional(),
            username: z.string().optional(),
            password: z.string().optional(),
          },
          body,
        );
        if (store.behaviour.serviceCreation === "refused") {
          throw faulty({ non_field_errors: "Wrong settings: services are made by the administrator." });
        }
        const service = store.make("saltstack", { ...fields, customer: idIn("customer", "customers", customer) });
        return { status: 201, body: shownService(store, service) };
      },
    }),
    // Neither reading nor deleting one is documented; both are what other objects of this API have.
    call(store, {
      id: "saltstack.services.get",
      method: "GET",
      path: "/saltstack/:uuid/",
      handle: ({ parameters }) => {
        requireImplied(store);
        return { status: 200, body: shownService(store, store.existing("saltstack", parameters.uuid)) };
      },
    }),
    call(store, {
      id: "saltstack.services.delete",
      method: "DELETE",
      path: "/saltstack/:uuid/",
      handle: ({ parameters }) => {
        requireImplied(store);
        store.remove(store.existing("saltstack", parameters.uuid));
        return { status: 204 };
      },
    }),
    call(store, {
      id: "saltstack.spl.list",
      method: "GET",
      path: spl,
      handle: ({ query }) =>
        listed(store, "saltstack-service-project-link", none, query, (entity) => shownLink(store, entity)),
    }),
    call(store, {
      id: "saltstack.spl.create",
      method: "POST",
      path: spl,
      handle: ({ body }) => {
        const fields = fieldsOf(store, { service: link, project: link }, body);
        const service = store.linked("service", ["saltstack"], fields.service);
        const project = idIn("project", "projects", fields.project);
        const isThere = store
          .all("saltstack-service-project-link")
          .some((entity) => entity.fields.service === service.id && entity.fields.project === project);
        if (isThere) {
          throw faulty({ non_field_errors: "The fields service, project must make a unique set." });
        }
        const made = store.make("saltstack-service-project-link", { service: service.id, project });
        return { status: 201, body: shownLink(store, made) };
      },
    }),
    call(store, {
      id: "saltstack.spl.delete",
      method: "DELETE",
      path: `${spl}:id/`,
      handle: ({ parameters }) => {
        const entity = store.existing("saltstack-service-project-link", parameters.id);
        const tenants = [...store.all("exchange-tenants"), ...store.all("sharepoint-tenants")];
        if (tenants.some(({ fields }) => fields.service_project_link === entity.id)) {
          throw detailed(409, "Cannot delete a link that has resources.");
        }
        store.remove(entity);
        return { status: 204 };
      },
    }),
  ];
}

function requireImplied(store: Store): void {
  if (!store.behaviour.impliedReads) {
    throw detailed(405, "Method not allowed.");
  }
}
