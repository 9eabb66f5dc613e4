import type { Progress } from "../../http/download.ts";

/** How often progress is told, in milliseconds. */
const interval = 2000;
const megabyte = 1024 * 1024;

/** Tells from time to time how far a download is; a short one says nothing. */
export function progressOf(what: string, report: (message: string) => void): Progress {
  let last = performance.now();
  return (bytes, total) => {
    if (performance.now() - last < interval) {
      return;
    }
    last = performance.now();
    const of = total === undefined ? "" : ` of ${(total / megabyte).toFixed(1)}`;
    report(`${what}: ${(bytes / megabyte).toFixed(1)}${of} MB`);
  };
}
