import type { HttpSettings } from "../../http/client.ts";
import { type Credentials, GroupIdService } from "./api/service.ts";
import { IdentityStore } from "./identityStore.ts";
import { MemberManagement } from "./memberManagement.ts";
import { Synchronization } from "./synchronization.ts";

/** What a connection to GroupID sets besides what all do. */
export interface GroupIdSettings extends Credentials {
  readonly userIdentity?: string | undefined;
}

/** GroupID behind one connection: its identity stores, each with the calls that all its objects share. */
export class GroupIdClient {
  readonly service: GroupIdService;
  /** The identity store of the connection. */
  readonly identityStoreId: string | undefined;
  readonly signal: AbortSignal;
  readonly synchronization: Synchronization;
  readonly #userIdentity: string | undefined;
  readonly memberships = new MemberManagement();
  readonly #stores = new Map<string, IdentityStore>();

  constructor(http: HttpSettings, settings: GroupIdSettings, signal: AbortSignal) {
    this.service = new GroupIdService(http, settings);
    this.identityStoreId = settings.identityStoreId;
    this.signal = signal;
    this.synchronization = new Synchronization(this.service, signal);
    this.#userIdentity = settings.userIdentity ?? settings.username;
  }

  /** An identity store: the one that is named, else that of the connection. */
  store(identityStoreId: string | undefined): IdentityStore {
    const id = identityStoreId ?? this.identityStoreId ?? "";
    let store = this.#stores.get(id);
    if (store === undefined) {
      store = new IdentityStore(this.service, id, this.#userIdentity, this.signal);
      this.#stores.set(id, store);
    }
    return store;
  }
}
