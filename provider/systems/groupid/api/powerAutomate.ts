import * as z from "zod";
import { NotFoundError, SystemError } from "../../../resource/errors.ts";
import { envelopeOf, refuseFailure } from "./envelope.ts";
import type { GroupIdService } from "./service.ts";
import { numeric, wireId, wireObject, wireText } from "./wire.ts";

/** How an identity store is linked to Power Automate. */
export interface PowerAutomateFields {
  readonly userId: string;
  readonly serviceUrl: string;
  readonly authenticated: boolean;
  readonly organizationCode: string;
  readonly region: string;
  readonly tenantId: string;
}

/** The link as GroupID shows it. */
export type PowerAutomate = { readonly [Name in keyof PowerAutomateFields]: PowerAutomateFields[Name] | null } & {
  readonly powerAutomateId: string;
};

const wireSettings = wireObject({
  msflowid: wireId,
  msflowuserid: wireText,
  groupidserviceurl: wireText,
  isauthenticated: z.boolean().nullish(),
  organizationalcode: wireText,
  region: wireText,
  tenantid: wireText,
});

/** The calls that link an identity store to Power Automate (seeds/001, "Configure Power Automate"); none unlinks it. */
export class PowerAutomateApi {
  readonly #service: GroupIdService;

  constructor(service: GroupIdService) {
    this.#service = service;
  }

  /** GET Workflows/MsFlow/Settings. Throws a `NotFoundError` where the system says that there are none. */
  async get(identityStoreId: string, signal: AbortSignal): Promise<PowerAutomate> {
    const found = await this.#service.read({ path: this.#path(identityStoreId) }, wireSettings, signal);
    if (found.msflowid === "0") {
      throw new NotFoundError("GroupID answers with settings that were never stored.");
    }
    return settingsOf(found);
  }

  /** POST Workflows/MsFlow/Settings. */
  async create(identityStoreId: string, fields: PowerAutomateFields, signal: AbortSignal): Promise<PowerAutomate> {
    const json = bodyOf("0", identityStoreId, fields);
    const call = { method: "POST", path: this.#path(identityStoreId), json, idempotent: false } as const;
    const { body } = await this.#service.http.request(call, z.unknown(), signal);
    const made = wireSettings.safeParse(body);
    if (!made.success) {
      refuse(body);
      throw new SystemError("GroupID's answer does not show the Power Automate settings.", "unknown");
    }
    return settingsOf(made.data);
  }

  /** PATCH Workflows/MsFlow/Settings: all of them. */
  async update(
    powerAutomateId: string,
    identityStoreId: string,
    fields: PowerAutomateFields,
    signal: AbortSignal,
  ): Promise<void> {
    const json = bodyOf(powerAutomateId, identityStoreId, fields);
    const call = { method: "PATCH", path: this.#path(identityStoreId), json, idempotent: true } as const;
    const { body } = await this.#service.http.request(call, z.unknown(), signal);
    refuse(body);
  }

  #path(identityStoreId: string): string {
    return this.#service.storePath(identityStoreId, "Workflows", "MsFlow", "Settings");
  }
}

/** The answers of a write are the settings, `true`, or an envelope. */
function refuse(body: unknown): void {
  const answer = envelopeOf(body);
  if (answer !== undefined) {
    refuseFailure(answer);
  }
  if (body === false || body === null) {
    throw new SystemError(`GroupID did not store the Power Automate settings: it answers ${body}.`, "no");
  }
}

function bodyOf(powerAutomateId: string, identityStoreId: string, fields: PowerAutomateFields) {
  return {
    msFlowID: numeric(powerAutomateId),
    msFlowUserID: fields.userId,
    groupIDServiceUrl: fields.serviceUrl,
    identityStoreID: numeric(identityStoreId),
    isAuthenticated: fields.authenticated,
    organizationalCode: fields.organizationCode,
    region: fields.region,
    tenantID: fields.tenantId,
  };
}

function settingsOf(found: z.output<typeof wireSettings>): PowerAutomate {
  return {
    powerAutomateId: found.msflowid,
    userId: found.msflowuserid,
    serviceUrl: found.groupidserviceurl,
    authenticated: found.isauthenticated === true,
    organizationCode: found.organizationalcode,
    region: found.region,
    tenantId: found.tenantid,
  };
}
