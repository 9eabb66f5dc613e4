import type { HttpSettings } from "../../http/client.ts";
import { type Credentials, GroupIdService } from "./api/service.ts";

/** GroupID behind one connection. */
export class GroupIdClient {
  readonly service: GroupIdService;
  /** The identity store of the connection. */
  readonly identityStoreId: string | undefined;
  readonly signal: AbortSignal;

  constructor(http: HttpSettings, credentials: Credentials, signal: AbortSignal) {
    this.service = new GroupIdService(http, credentials);
    this.identityStoreId = credentials.identityStoreId;
    this.signal = signal;
  }
}
