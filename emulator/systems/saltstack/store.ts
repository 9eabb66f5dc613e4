import { createHash, randomBytes } from "node:crypto";
import type { SaltstackBehaviour } from "./behaviour.ts";
import { blank, type Entity, type Kind, kinds, parents } from "./entity.ts";
import { detailed, faulty, notFound, Refusal } from "./refusal.ts";

/** What is there from the start, as an administrator sets it up. */
export const customerId = "3b0fc2c0f0ed4f40b26126dc9cbd8f9f";
export const projectId = "0e86f04bb1fd48e181742d0598db69d5";
export const otherProjectId = "5490794d01f84f1d832137149442f664";
export const serviceId = "655b79490b63442d9264d76ab9478f62";
export const otherServiceId = "e21602aa438d4a1aa03cf5d43d101a63";
export const linkId = "1";
export const otherLinkId = "2";
export const teamSiteId = "04e2a211df964967ad2e57796056bdb9";
export const blogId = "6fce60a7f8094b7f8579024b41835d6f";
export const adminTemplateId = "34a623ba82fb4662b95452da1d74e167";

interface Pending {
  readonly at: number;
  readonly id: string;
  readonly run: () => void;
}

/** All objects, what becomes of them by itself as time goes on, and what the backend holds of them. */
export class Store {
  readonly behaviour: SaltstackBehaviour;
  readonly #entities = new Map<Kind, Map<string, Entity>>(kinds.map((kind) => [kind, new Map()]));
  /** What was sent on to Exchange and SharePoint; an object that is missing has vanished there. */
  readonly #backend = new Map<string, Record<string, unknown>>();
  #pending: Pending[] = [];
  #writes = 0;
  #nextLink = 3;

  constructor(behaviour: SaltstackBehaviour) {
    this.behaviour = behaviour;
    const seed = (kind: Kind, id: string, fields: Record<string, unknown>) =>
      this.put({ kind, id, automatic: true, fields: { ...blank[kind], ...fields } });
    seed("saltstack", serviceId, { name: "My SaltStack", customer: customerId });
    seed("saltstack", otherServiceId, { name: "MS Services", customer: customerId });
    seed("saltstack-service-project-link", linkId, { service: serviceId, project: projectId });
    seed("saltstack-service-project-link", otherLinkId, { service: otherServiceId, project: otherProjectId });
    seed("sharepoint-templates", teamSiteId, { name: "Team Site", code: "STS#0" });
    seed("sharepoint-templates", blogId, { name: "Blog", code: "BLOG#0" });
    seed("sharepoint-templates", adminTemplateId, { name: "Tenant Admin Site", code: "TENANTADMIN#0" });
  }

  /** Lets everything happen whose time has come. */
  advance(): void {
    for (;;) {
      const due = this.#pending.filter(({ at }) => at <= performance.now()).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) {
        return;
      }
      this.#pending = this.#pending.filter((pending) => pending !== due);
      due.run();
    }
  }

  /** Lets the next thing happen that is to happen, although its time has not come. */
  hurry(): void {
    const next = this.#pending.sort((a, b) => a.at - b.at).shift();
    next?.run();
  }

  /** Has an object go through steps, one after each other, each after the time that a state lasts. */
  schedule(id: string, ...steps: (() => void)[]): void {
    this.#pending = this.#pending.filter((pending) => pending.id !== id);
    this.later(id, ...steps);
  }

  /** The same, beside what is to happen anyway. */
  later(id: string, ...steps: (() => void)[]): void {
    const now = performance.now();
    for (const [index, run] of steps.entries()) {
      this.#pending.push({ at: now + (index + 1) * this.behaviour.stateDuration, id, run });
    }
  }

  all(kind: Kind): Entity[] {
    return [...(this.#entities.get(kind)?.values() ?? [])];
  }

  get(kind: Kind, id: unknown): Entity | undefined {
    return this.#entities.get(kind)?.get(String(id));
  }

  /** The object that a call is about. */
  existing(kind: Kind, id: string | undefined): Entity {
    const entity = this.behaviour.role ? this.get(kind, id) : undefined;
    if (entity === undefined) {
      throw notFound();
    }
    return entity;
  }

  put(entity: Entity): Entity {
    this.#entities.get(entity.kind)?.set(entity.id, entity);
    this.#backend.set(entity.id, { ...entity.fields });
    this.#writes++;
    return entity;
  }

  make(kind: Kind, fields: Readonly<Record<string, unknown>>, automatic = false): Entity {
    const id = kind === "saltstack-service-project-link" ? String(this.#nextLink++) : randomBytes(16).toString("hex");
    return this.put({ kind, id, automatic, fields: { ...blank[kind], ...fields } });
  }

  /** Changes fields; `sent` are those that are sent on to the backend. */
  set(entity: Entity, fields: Readonly<Record<string, unknown>>, sent: Readonly<Record<string, unknown>> = fields) {
    Object.assign(entity.fields, fields);
    Object.assign(this.#backend.get(entity.id) ?? {}, sent);
    this.#writes++;
  }

  /** Takes an object away, and what belongs to it. */
  remove(entity: Entity): void {
    this.#entities.get(entity.kind)?.delete(entity.id);
    this.#backend.delete(entity.id);
    this.#pending = this.#pending.filter(({ id }) => id !== entity.id);
    this.#writes++;
    for (const kind of kinds) {
      const parent = parents[kind];
      for (const child of this.all(kind)) {
        if (parent?.kind === entity.kind && child.fields[parent.field] === entity.id) {
          this.remove(child);
        }
      }
    }
    if (entity.kind === "exchange-users") {
      const managed = [...this.all("exchange-users"), ...this.all("exchange-groups")];
      for (const other of managed.filter(({ fields }) => fields.manager === entity.id)) {
        this.remove(other);
      }
    }
    for (const other of [...this.all("exchange-users"), ...this.all("exchange-groups")]) {
      for (const [name, value] of Object.entries(other.fields)) {
        if (Array.isArray(value)) {
          other.fields[name] = value.filter((id) => id !== entity.id);
        }
      }
    }
  }

  /** What the backend holds of an object. */
  backendOf(id: string): Record<string, unknown> | undefined {
    return this.#backend.get(id);
  }

  /** Has an object vanish from the backend, which no read notices. */
  vanish(id: string): void {
    this.#backend.delete(id);
  }

  /** Fails as the server does when the backend does not know the object. */
  requireBackend(entity: Entity): void {
    if (!this.#backend.has(entity.id)) {
      throw detailed(500, `The backend has no object ${entity.id}.`);
    }
  }

  /** The ID that a hyperlink leads to. Its host does not matter; a bare ID is no hyperlink. */
  linked(field: string, allowed: readonly Kind[], link: unknown): Entity {
    const [, kind = "", id = ""] = /(?:^|\/)([a-z-]+)\/([^/]+)\/$/.exec(String(link)) ?? [];
    if (typeof link !== "string" || !link.includes("/")) {
      throw faulty({ [field]: "Invalid hyperlink - No URL match." });
    }
    if (!allowed.includes(kind as Kind)) {
      throw faulty({ [field]: "Invalid hyperlink - Incorrect URL match." });
    }
    const entity = this.behaviour.role ? this.get(kind as Kind, id) : undefined;
    if (entity === undefined) {
      throw faulty({ [field]: "Invalid hyperlink - Object does not exist." });
    }
    return entity;
  }

  url(kind: string, id: unknown): string {
    return `${this.behaviour.publicUrl}/${kind}/${String(id)}/`;
  }

  /** The order of a list for which none was asked: every write changes it. */
  shuffled(entities: readonly Entity[]): Entity[] {
    if (!this.behaviour.shuffled) {
      return [...entities];
    }
    const place = ({ id }: Entity) => createHash("md5").update(`${id} ${this.#writes}`).digest("hex");
    return [...entities].sort((a, b) => (place(a) < place(b) ? -1 : 1));
  }

  /** How much of a tenant's quota its children take, in MB. */
  usage(tenant: Entity): number {
    const mailboxes = [...this.all("exchange-users"), ...this.all("exchange-conference-rooms")]
      .filter(({ fields }) => fields.tenant === tenant.id)
      .map(({ fields }) => Number(fields.mailbox_size));
    const sites = this.all("sharepoint-site-collections")
      .filter(({ fields }) => this.get("sharepoint-users", fields.user)?.fields.tenant === tenant.id)
      .map(({ fields }) => Number(fields.storage));
    return sum(tenant.kind === "exchange-tenants" ? mailboxes : sites);
  }

  /** How much of a link's quota is taken: by its tenants, and again by what is in them. */
  linkUsage(link: unknown, kind: "exchange-tenants" | "sharepoint-tenants"): number {
    const tenants = this.all(kind).filter(({ fields }) => fields.service_project_link === String(link));
    return sum(tenants.map((tenant) => Number(tenant.fields[sizeField(kind)]) + this.usage(tenant)));
  }

  linkLimit(kind: "exchange-tenants" | "sharepoint-tenants"): number {
    return kind === "exchange-tenants" ? this.behaviour.exchangeStorage : this.behaviour.sharepointStorage;
  }

  /** Runs a call after everything whose time has come; a refusal is its answer. */
  answer<Answer>(run: () => Answer): Answer | Refusal["answer"] {
    this.advance();
    try {
      return run();
    } catch (error) {
      if (error instanceof Refusal) {
        return error.answer;
      }
      throw error;
    }
  }
}

/** The field that holds the size of an object of a kind. */
export function sizeField(kind: Kind): "mailbox_size" | "storage" {
  return kind.startsWith("exchange-") ? "mailbox_size" : "storage";
}

/** A password as the backend makes one up. */
export function newPassword(): string {
  return `${randomBytes(9).toString("base64url")}=`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
