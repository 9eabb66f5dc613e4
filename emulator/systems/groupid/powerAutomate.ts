import * as z from "zod";
import { type Endpoint, endpoint } from "../../endpoint.ts";
import type { Change, Objects } from "../../system.ts";
import type { Area } from "./area.ts";
import type { GroupIdBehaviour } from "./behaviour.ts";
import { answer } from "./envelope.ts";
import { missing } from "./missing.ts";

const path = "/GroupIDDataService/api/IdentityStores/:identityStoreId/Workflows/MsFlow/Settings";
const contentType = "application/json";
const scope = "powerAutomate";

const settings = z.strictObject({
  msFlowID: z.int().min(0),
  msFlowUserID: z.string(),
  groupIDServiceUrl: z.string(),
  // A number; a test's own identity stores have other names.
  identityStoreID: z.union([z.int().min(0), z.string().min(1)]),
  isAuthenticated: z.boolean(),
  organizationalCode: z.string(),
  region: z.string(),
  tenantID: z.string(),
});

type Settings = z.output<typeof settings>;

/** The link of each identity store to Power Automate; nothing deletes it: seeds/001, "Configure Power Automate". */
export class PowerAutomate implements Area {
  readonly endpoints: readonly Endpoint[];
  readonly #stores = new Map<string, Settings>();
  #nextId = 1;

  constructor(behaviour: GroupIdBehaviour) {
    const authentication = "required";
    this.endpoints = [
      endpoint({
        id: "groupid.workflows.configurePowerAutomate",
        method: "POST",
        path,
        authentication,
        contentType,
        body: settings,
        handle: ({ parameters: { identityStoreId = "" }, body }) => {
          if (this.#stores.has(identityStoreId)) {
            return answer({ message: `The identity store ${identityStoreId} is linked already.` });
          }
          const made = { ...body, msFlowID: this.#nextId++ };
          this.#stores.set(identityStoreId, made);
          return { status: 200, body: made };
        },
      }),
      endpoint({
        id: "groupid.workflows.updatePowerAutomate",
        method: "PATCH",
        path,
        authentication,
        contentType,
        body: settings,
        handle: ({ parameters: { identityStoreId = "" }, body }) => {
          const old = this.#stores.get(identityStoreId);
          if (old === undefined || old.msFlowID !== body.msFlowID) {
            return { status: 200, body: false };
          }
          this.#stores.set(identityStoreId, body);
          return { status: 200, body: true };
        },
      }),
      endpoint({
        id: "groupid.workflows.getPowerAutomate",
        method: "GET",
        path,
        authentication,
        handle: ({ parameters: { identityStoreId = "" } }) => {
          const held = this.#stores.get(identityStoreId);
          return held === undefined
            ? missing(behaviour, `Power Automate settings of the identity store ${identityStoreId} do not exist.`)
            : { status: 200, body: held };
        },
      }),
    ];
  }

  owns(candidate: string): boolean {
    return candidate === scope;
  }

  change({ id = "", set = {}, remove }: Change): string {
    const old = this.#stores.get(id);
    if (remove === true) {
      this.#stores.delete(id);
    } else if (old === undefined) {
      throw new Error(`the identity store ${id} has no Power Automate settings that could be changed`);
    } else {
      this.#stores.set(id, settings.parse({ ...old, ...set }));
    }
    return id;
  }

  objects(): Objects {
    return { [scope]: Object.fromEntries([...this.#stores].map(([store, held]) => [store, { ...held }])) };
  }
}
