import { readdirSync, readFileSync } from "node:fs";

/** How often the processes are looked at, in milliseconds. */
const interval = 50;

/** Watches the provider processes that start meanwhile. The answer ends the watch: their highest peak, in MB. */
export function watchProviderMemory(): () => number | undefined {
  const before = new Set(processes());
  let peak: number | undefined;
  const timer = setInterval(() => {
    for (const pid of processes()) {
      if (!before.has(pid)) {
        peak = Math.max(peak ?? 0, peakOf(pid) ?? 0);
      }
    }
  }, interval);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

function processes(): string[] {
  try {
    return readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  } catch {
    // Only Linux shows its processes there.
    return [];
  }
}

function peakOf(pid: string): number | undefined {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
    if (!/node/.test(command) || !/dynamic-provider|pulumi-resource-groupware|hosts\/plugin\/start/.test(command)) {
      return undefined;
    }
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    // The process has ended meanwhile.
    return undefined;
  }
}
