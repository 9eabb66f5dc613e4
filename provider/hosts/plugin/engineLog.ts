import { credentials } from "@grpc/grpc-js";
import engineServices from "@pulumi/pulumi/proto/engine_grpc_pb.js";
import engineMessages from "@pulumi/pulumi/proto/engine_pb.js";

/** Tells the user something, as a diagnostic of a resource. */
export class EngineLog {
  #client: engineServices.EngineClient | undefined;

  /**
   * @param address where the engine listens, such as `127.0.0.1:40123`. An empty one is none: what was given before
   * stays, and until one is given, nothing is told.
   */
  connect(address: string): void {
    if (address !== "") {
      this.#client?.close();
      this.#client = new engineServices.EngineClient(address, credentials.createInsecure());
    }
  }

  info(urn: string, message: string): void {
    this.#send(engineMessages.LogSeverity.INFO, urn, message);
  }

  warn(urn: string, message: string): void {
    this.#send(engineMessages.LogSeverity.WARNING, urn, message);
  }

  #send(severity: engineMessages.LogSeverity, urn: string, message: string): void {
    const request = new engineMessages.LogRequest().setSeverity(severity).setUrn(urn).setMessage(message);
    // An engine that does not listen any more misses a remark, and nothing else.
    this.#client?.log(request, () => undefined);
  }
}
