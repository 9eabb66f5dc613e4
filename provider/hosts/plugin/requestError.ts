/** A request that no engine should send: it does not fit the definitions, or not the state that the provider is in. */
export class RequestError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "RequestError";
  }
}
