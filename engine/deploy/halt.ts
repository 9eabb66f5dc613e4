/** The deployment has failed or was cancelled: nothing new is begun. What was begun is finished. */
export class HaltedError extends Error {
  constructor() {
    super("the deployment has ended");
    this.name = "HaltedError";
  }
}

/** A failure that the user has been told of. */
export class ToldError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ToldError";
  }
}
