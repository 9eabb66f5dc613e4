import type { HttpSettings } from "../../http/client.ts";
import { type Credentials, GroupIdService } from "./api/service.ts";
import { Synchronization } from "./synchronization.ts";

/** GroupID behind one connection. */
export class GroupIdClient {
  readonly service: GroupIdService;
  /** The identity store of the connection. */
  readonly identityStoreId: string | undefined;
  readonly signal: AbortSignal;
  readonly synchronization: Synchronization;

  constructor(http: HttpSettings, credentials: Credentials, signal: AbortSignal) {
    this.service = new GroupIdService(http, credentials);
    this.identityStoreId = credentials.identityStoreId;
    this.signal = signal;
    this.synchronization = new Synchronization(this.service, signal);
  }
}
