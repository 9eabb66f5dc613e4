import { Server, ServerCredentials } from "@grpc/grpc-js";
import providerServices from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import { EngineLog } from "./engineLog.ts";
import { GroupwareProvider } from "./provider.ts";
import { providerService } from "./service.ts";

/** Pulumi's own limit of a message, in bytes: a resource may be large. */
const largestMessage = 400 * 1024 * 1024;
/** How often it is seen whether the engine is still there, in milliseconds. */
const watchInterval = 2_000;

const log = new EngineLog();
log.connect(process.argv[2] ?? "");

const server = new Server({
  "grpc.max_receive_message_length": largestMessage,
  "grpc.max_send_message_length": largestMessage,
});
server.addService(providerServices.ResourceProviderService, providerService(new GroupwareProvider(log), log));
server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
  if (error !== null) {
    throw error;
  }
  // The first line tells the engine where to call.
  process.stdout.write(`${port}\n`);
});

// One call that goes wrong beyond its own error must not end the others.
process.on("uncaughtException", (error) => process.stderr.write(`${error.stack}\n`));

// An engine that was killed cannot end its provider.
const engine = process.ppid;
setInterval(() => process.ppid === engine || process.exit(1), watchInterval).unref();
