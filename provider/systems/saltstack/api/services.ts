import * as z from "zod";
import type { Transport } from "./transport.ts";
import { given, id, idIn, type Quota, quotas, quotasOf, reference, text } from "./wire.ts";

/** A service: the SaltStack installation of a customer. */
export interface Service {
  readonly serviceId: string;
  readonly name: string | null;
  readonly customerId: string | null;
  /** The URL of its settings. */
  readonly settings: string | null;
  readonly dummy: boolean | undefined;
}

/** A service to be made (seeds/004, "Create a SaltStack service"). */
export interface NewService {
  readonly name: string;
  readonly customerId: string;
  readonly settings?: string | undefined;
  readonly dummy?: boolean | undefined;
  readonly backendUrl?: string | undefined;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
}

/** What lets a project use a service. */
export interface ServiceProjectLink {
  readonly linkId: string;
  readonly serviceId: string;
  readonly serviceName: string | null;
  readonly projectId: string;
  readonly projectName: string | null;
  readonly quotas: readonly Quota[];
}

const wireService = z.looseObject({
  uuid: id.nullish(),
  url: z.string().nullish(),
  name: text,
  customer: reference.optional(),
  customer_uuid: id.nullish(),
  settings: text,
  dummy: z.boolean().nullish(),
});
const wireLink = z.looseObject({
  url: z.string(),
  service: reference.optional(),
  service_uuid: id.nullish(),
  service_name: text,
  project: reference.optional(),
  project_uuid: id.nullish(),
  project_name: text,
  quotas,
});

/** The calls of services and of their links to projects. */
export class ServicesApi {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** GET saltstack/: all services that the user may see. */
  async list(signal: AbortSignal): Promise<Service[]> {
    return (await this.#transport.list("saltstack", {}, wireService, signal)).map(serviceOf);
  }

  /** POST saltstack/: makes a service, where the installation lets a customer do that. */
  async create(service: NewService, signal: AbortSignal): Promise<Service> {
    const { name, customerId, settings, dummy, backendUrl, username, password } = service;
    const customer = this.#transport.link("customers", customerId);
    const json = given({ name, customer, settings, dummy, backend_url: backendUrl, username, password });
    return serviceOf(await this.#transport.create("saltstack", json, wireService, signal));
  }

  /** DELETE saltstack/{uuid}/: not in the document, and what other objects of this API have. */
  async delete(serviceId: string, signal: AbortSignal): Promise<void> {
    await this.#transport.delete("saltstack", serviceId, signal);
  }

  /** GET saltstack-service-project-link/: all links of projects that the user has a role in. */
  async listLinks(signal: AbortSignal): Promise<ServiceProjectLink[]> {
    return (await this.#transport.list("saltstack-service-project-link", {}, wireLink, signal)).map(linkOf);
  }

  /** POST saltstack-service-project-link/: not in the document, and seen on a running installation. */
  async createLink(serviceId: string, projectId: string, signal: AbortSignal): Promise<ServiceProjectLink> {
    const json = {
      service: this.#transport.link("saltstack", serviceId),
      project: this.#transport.link("projects", projectId),
    };
    return linkOf(await this.#transport.create("saltstack-service-project-link", json, wireLink, signal));
  }

  /** DELETE saltstack-service-project-link/{id}/: likewise. */
  async deleteLink(linkId: string, signal: AbortSignal): Promise<void> {
    await this.#transport.delete("saltstack-service-project-link", linkId, signal);
  }
}

function serviceOf(wire: z.output<typeof wireService>): Service {
  return {
    serviceId: wire.uuid ?? idIn(wire.url ?? ""),
    name: wire.name ?? null,
    customerId: wire.customer_uuid ?? wire.customer ?? null,
    settings: wire.settings ?? null,
    dummy: wire.dummy ?? undefined,
  };
}

function linkOf(wire: z.output<typeof wireLink>): ServiceProjectLink {
  return {
    linkId: idIn(wire.url),
    serviceId: wire.service_uuid ?? wire.service ?? "",
    serviceName: wire.service_name ?? null,
    projectId: wire.project_uuid ?? wire.project ?? "",
    projectName: wire.project_name ?? null,
    quotas: quotasOf(wire.quotas),
  };
}
