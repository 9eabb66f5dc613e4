import type { Progress } from "../../../http/download.ts";
import type { GroupIdService } from "./service.ts";

/** The services that offer their logs, and where they lie below the connection's URL (seeds/001, "Logs APIs"). */
const paths = {
  adminCenter: "AdminCenter",
  dataService: "GroupIDDataService",
  emailService: "GroupIDEmailService",
  portal: "GroupIDPortal",
  replicationService: "GroupIDReplicationService",
  schedulerService: "GroupIDSchedulerService",
  securityService: "GroupIDSecurityService",
} as const;

export type LogService = keyof typeof paths;
export const logServices = Object.keys(paths) as LogService[];

/** GET {service}/api/Logs/Download: writes the archive, which the vendor's support can read, to a file. */
export async function downloadLogs(
  { http }: GroupIdService,
  service: LogService,
  file: string,
  signal: AbortSignal,
  progress: Progress,
): Promise<number> {
  const path = `/${paths[service]}/api/Logs/Download`;
  return (await http.download({ method: "GET", path, idempotent: true }, file, signal, progress)).body;
}
