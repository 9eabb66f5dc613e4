import { gzipSync } from "node:zlib";
import { type Endpoint, endpoint } from "../../endpoint.ts";

/** The services that offer their logs, by their paths (seeds/001, "Logs APIs"). */
const services: Readonly<Record<string, string>> = {
  adminCenter: "AdminCenter",
  dataService: "GroupIDDataService",
  emailService: "GroupIDEmailService",
  portal: "GroupIDPortal",
  replicationService: "GroupIDReplicationService",
  schedulerService: "GroupIDSchedulerService",
  securityService: "GroupIDSecurityService",
};

/** The downloads of logs: bytes that no one but the vendor can read. */
export function logEndpoints(): Endpoint[] {
  return Object.entries(services).map(([name, path]) =>
    endpoint({
      id: `groupid.logs.${name}`,
      method: "GET",
      path: `/${path}/api/Logs/Download`,
      authentication: "required",
      handle: () => {
        const raw = logs(path);
        return {
          status: 200,
          headers: { "Content-Type": "application/zip", "Content-Length": String(raw.length) },
          raw,
        };
      },
    }),
  );
}

/** What a service answers. */
export function logs(path: string): Buffer {
  return gzipSync(`${path}: the emulator keeps no logs\n`.repeat(10_000), { level: 0 });
}
