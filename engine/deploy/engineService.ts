import { type ServerUnaryCall, type sendUnaryData, status } from "@grpc/grpc-js";
import engineServices from "@pulumi/pulumi/proto/engine_grpc_pb.js";
import engineMessages from "@pulumi/pulumi/proto/engine_pb.js";
import emptyMessages from "google-protobuf/google/protobuf/empty_pb.js";
import type { EngineEvent } from "./events.ts";
import { serve } from "./grpcServer.ts";

type Severity = Extract<EngineEvent, { type: "diagnostic" }>["severity"];

const severities: Readonly<Record<number, Severity>> = {
  [engineMessages.LogSeverity.DEBUG]: "debug",
  [engineMessages.LogSeverity.INFO]: "info",
  [engineMessages.LogSeverity.WARNING]: "warning",
  [engineMessages.LogSeverity.ERROR]: "error",
};

type Call<Request> = ServerUnaryCall<Request, unknown>;

/** Serves what programs and providers ask of the engine besides resources: logs, and where the root of all is kept. */
export async function serveEngine(options: {
  onEvent(event: EngineEvent): void;
  /** The program told of an error, so it has failed, however it ends. */
  onError(): void;
}): Promise<{ readonly address: string; close(): void }> {
  let root = "";
  return serve(engineServices.EngineService, {
    log(call: Call<engineMessages.LogRequest>, callback: sendUnaryData<emptyMessages.Empty>) {
      const severity = severities[call.request.getSeverity()] ?? "info";
      const urn = call.request.getUrn();
      if (!call.request.getEphemeral()) {
        options.onEvent({
          type: "diagnostic",
          severity,
          message: call.request.getMessage(),
          ...(urn !== "" && { urn }),
        });
      }
      if (severity === "error") {
        options.onError();
      }
      callback(null, new emptyMessages.Empty());
    },
    getRootResource(_call: unknown, callback: sendUnaryData<engineMessages.GetRootResourceResponse>) {
      callback(null, new engineMessages.GetRootResourceResponse().setUrn(root));
    },
    setRootResource(
      call: Call<engineMessages.SetRootResourceRequest>,
      callback: sendUnaryData<engineMessages.SetRootResourceResponse>,
    ) {
      root = call.request.getUrn();
      callback(null, new engineMessages.SetRootResourceResponse());
    },
    startDebugging(_call: unknown, callback: sendUnaryData<emptyMessages.Empty>) {
      callback({ code: status.UNIMPLEMENTED, details: "the embedded engine attaches no debugger: use the Pulumi CLI" });
    },
    requirePulumiVersion(
      _call: unknown,
      callback: sendUnaryData<InstanceType<typeof engineMessages.RequirePulumiVersionResponse>>,
    ) {
      callback({
        code: status.UNIMPLEMENTED,
        details:
          "the program requires a version of the Pulumi CLI, and the embedded engine is not one: use the Pulumi CLI",
      });
    },
  });
}
