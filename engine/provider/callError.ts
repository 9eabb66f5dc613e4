import type { ServiceError } from "@grpc/grpc-js";
import providerMessages from "@pulumi/pulumi/proto/provider_pb.js";
import statusMessages from "@pulumi/pulumi/proto/status_pb.js";
import { fromStruct } from "../property/wire.ts";
import { InitializationError } from "./initializationError.ts";

const initializationFailed = "pulumirpc.ErrorResourceInitFailed";

/**
 * The error of a gRPC call as the engine handles it: an {@link InitializationError} if the provider sent one in the
 * status details, else an error with the provider's own message.
 */
export function toCallError(error: ServiceError): Error {
  for (const bytes of error.metadata?.get("grpc-status-details-bin") ?? []) {
    const status = statusMessages.Status.deserializeBinary(new Uint8Array(bytes as Buffer));
    for (const detail of status.getDetailsList()) {
      const failure = detail.unpack(providerMessages.ErrorResourceInitFailed.deserializeBinary, initializationFailed);
      if (failure !== null) {
        const inputs = failure.getInputs();
        return new InitializationError(
          failure.getId(),
          fromStruct(failure.getProperties()),
          inputs === undefined ? undefined : fromStruct(inputs),
          failure.getReasonsList(),
        );
      }
    }
  }
  return new Error(error.details === "" ? error.message : error.details, { cause: error });
}
