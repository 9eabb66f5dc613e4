import * as z from "zod";
import type { AuthenticatedRequest } from "../../answer.ts";
import { type Endpoint, type EndpointAnswer, endpoint } from "../../endpoint.ts";
import type { Change, EmulatedSystem, Objects } from "../../system.ts";
import type { Area } from "./area.ts";
import { type GroupIdBehaviour, groupIdBehaviour } from "./behaviour.ts";
import { Directory } from "./directory.ts";
import { envelope } from "./envelope.ts";
import { Synchronize } from "./synchronize.ts";
import { Tokens } from "./tokens.ts";

export type { GroupIdBehaviour } from "./behaviour.ts";

/** Netwrix Directory Manager (GroupID), as seeds/001 and its vendor's pages describe it, with the identity store 2. */
export class GroupId implements EmulatedSystem {
  readonly name = "groupid";
  readonly bases = [/(?:)/];
  readonly credentials = {
    username: "emulator",
    password: "emulator-password",
    clientId: "emulator-client",
    clientSecret: "emulator-client-secret",
    identityStoreId: "2",
  };
  readonly behaviour: GroupIdBehaviour = groupIdBehaviour.parse({});
  readonly endpoints: readonly Endpoint[];
  readonly synchronize: Synchronize;
  readonly directory: Directory;
  readonly #areas: readonly Area[];
  readonly #tokens = new Tokens();

  constructor() {
    this.synchronize = new Synchronize(this.behaviour);
    const { username, identityStoreId } = this.credentials;
    this.directory = new Directory(this.behaviour, username, identityStoreId);
    this.#areas = [this.directory, this.synchronize];
    this.endpoints = [
      endpoint({
        id: "groupid.token",
        method: "POST",
        path: "/GroupIDSecurityService/connect/token",
        authentication: "none",
        contentType: "application/x-www-form-urlencoded",
        body: z.strictObject({
          grant_type: z.literal("password"),
          username: z.string(),
          password: z.string(),
          client_Id: z.string(),
          client_secret: z.string(),
          identity_store_id: z.string(),
        }),
        handle: ({ body }) => this.#signIn(body),
      }),
      ...this.#areas.flatMap(({ endpoints }) => endpoints),
    ];
  }

  connection(url: string): Record<string, unknown> {
    return { url: `${url}/groupid`, ...this.credentials };
  }

  isAuthenticated({ headers }: AuthenticatedRequest): boolean {
    const token = /^Bearer (.+)$/.exec(String(headers.authorization ?? ""))?.[1];
    return token !== undefined && this.#tokens.has(token);
  }

  expireSessions(): void {
    this.#tokens.expire();
  }

  /** A token as an administrator hands one over. */
  token(): string {
    return this.#tokens.give(this.behaviour.tokenLifetime);
  }

  refuse(status: number, words: string): EndpointAnswer {
    return { status, body: envelope({ message: words }) };
  }

  behave(behaviour: Partial<GroupIdBehaviour>): void {
    Object.assign(this.behaviour, groupIdBehaviour.parse({ ...this.behaviour, ...behaviour }));
  }

  change(change: Change): string {
    const area = this.#areas.find((candidate) => candidate.owns(change.scope));
    if (area === undefined) {
      throw new Error(`GroupID has no objects in the scope ${JSON.stringify(change.scope)}`);
    }
    return area.change(change);
  }

  objects(): Objects {
    return Object.assign({}, ...this.#areas.map((area) => area.objects())) as Objects;
  }

  #signIn(form: Readonly<Record<string, string>>): EndpointAnswer {
    const { username, password, clientId, clientSecret, identityStoreId } = this.credentials;
    if (form.client_Id !== clientId || form.client_secret !== clientSecret) {
      return { status: 400, body: { error: "invalid_client" } };
    }
    if (form.username !== username || form.password !== password || form.identity_store_id !== identityStoreId) {
      return { status: 400, body: { error: "invalid_grant", error_description: "invalid_username_or_password" } };
    }
    return {
      status: 200,
      body: {
        access_token: this.token(),
        refresh_token: "emulator-refresh-token",
        scope: "directorymanager.api groupid_identity offline_access openid profile",
        token_type: "Bearer",
        expires_in: this.behaviour.tokenLifetime,
      },
    };
  }
}
