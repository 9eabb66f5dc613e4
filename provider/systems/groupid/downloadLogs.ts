import path from "node:path";
import * as z from "zod";
import { defineFunction } from "../../resource/definition.ts";
import { downloadLogs as download, logServices } from "./api/logs.ts";
import type { GroupIdClient } from "./client.ts";
import { progressOf } from "./progress.ts";

/** `groupid.downloadLogs`: GET {service}/api/Logs/Download of the seven services. */
export const downloadLogs = defineFunction({
  type: "groupid:downloadLogs",
  description:
    "Downloads the logs of one of GroupID's services into a file, each time that the program runs. The archive is encrypted: it is for the vendor's support.",
  inputs: {
    service: z
      .enum(logServices)
      .meta({ typeName: "LogService", description: "A service of GroupID that keeps logs." })
      .meta({ description: "Whose logs." }),
    file: z.string().min(1).meta({
      description: "The file to write, such as `logs.zip`; one that is there is replaced once all has come.",
    }),
  },
  outputs: {
    file: z.string().meta({ description: "The whole path of the file." }),
    bytes: z.number().int().meta({ description: "How many bytes it has." }),
  },
  async invoke({ service }: GroupIdClient, inputs, { signal, report }) {
    const file = path.resolve(inputs.file);
    const progress = progressOf(`Logs of ${inputs.service}`, report);
    return { file, bytes: await download(service, inputs.service, file, signal, progress) };
  },
});
