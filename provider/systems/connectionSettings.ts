import * as z from "zod";

/** What every connection may set, whatever its system. */
export const commonSettings = {
  system: z.string().optional().meta({
    description: "The system that is reached; not needed on a connection that is named like its system.",
  }),
  timeout: z
    .number()
    .positive()
    .default(600)
    .meta({ description: "How long a state that the system reaches by itself is waited for, in seconds." }),
  requestTimeout: z
    .number()
    .positive()
    .default(60)
    .meta({ description: "How long one HTTP call may take, in seconds." }),
  concurrency: z
    .number()
    .int()
    .positive()
    .default(16)
    .meta({ description: "How many HTTP calls may be under way at once." }),
  requestsPerSecond: z
    .number()
    .positive()
    .optional()
    .meta({ description: "How many HTTP calls may begin within a second. Unlimited by default." }),
  ca: z.string().optional().meta({
    description:
      "Certificates to trust besides the usual ones: PEM text, or the path of a PEM file. For systems with their own certificate authority.",
  }),
  proxy: z.url().optional().meta({
    description: "The URL of a proxy. By default the environment decides (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`).",
  }),
};

/** The settings that every client gets, checked and complete. */
export type CommonSettings = z.output<z.ZodObject<typeof commonSettings>>;

/** The base URL of a system: no query, no fragment; a slash at its end is taken off. */
export function baseUrl(): z.ZodPipe<z.ZodURL, z.ZodTransform<string, string>> {
  return z
    .url({ protocol: /^https?$/, error: "must be a URL that begins with https:// (or http://)" })
    .transform((url) => {
      const { origin, pathname } = new URL(url);
      return origin + pathname.replace(/\/+$/, "");
    });
}
