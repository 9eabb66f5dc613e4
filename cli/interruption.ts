/** A signal that the first Ctrl-C gives; the second ends the process at once. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  const abort = () => controller.abort(new Error("interrupted"));
  process.once("SIGINT", abort);
  process.once("SIGTERM", abort);
  return controller.signal;
}
