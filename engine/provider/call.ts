import type { Client, MethodDefinition } from "@grpc/grpc-js";

/** Makes one gRPC call; it is rejected with the gRPC error as it is. */
export function call<Request, Response>(
  client: Client,
  method: MethodDefinition<Request, Response>,
  request: Request,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest<Request, Response>(
      method.path,
      method.requestSerialize,
      method.responseDeserialize,
      request,
      (error, response) => (error === null ? resolve(response as Response) : reject(error)),
    );
  });
}
