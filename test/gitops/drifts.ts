import type { DriftReport } from "../../provider/drift/report/report.ts";
import type { TestStack } from "../support/testStack.ts";
import { groupware } from "./command.ts";

/** Runs `groupware drift` on the stack of a test. */
export function drift(stack: TestStack, ...flags: string[]) {
  return groupware(["drift", "--stack", "dev", ...flags], { cwd: stack.folder, env: stack.environment });
}

/** The report, which must be complete. */
export async function reportOf(stack: TestStack, ...flags: string[]): Promise<DriftReport> {
  const result = await drift(stack, "--format", "json", ...flags);
  if (result.code !== 0 && result.code !== 7) {
    throw new Error(`the command ended with ${result.code}:\n${result.output}`);
  }
  const report = JSON.parse(result.stdout) as DriftReport;
  if ((result.code === 7) !== report.drifts.length > 0) {
    throw new Error(`the command ended with ${result.code} and reports ${report.drifts.length} resources`);
  }
  return report;
}

/** What has drifted, as a preview with a refresh tells it: the step that would heal a resource, and its properties. */
export async function driftOf(stack: TestStack): Promise<{ name: string; op: string; properties: string[] }[]> {
  const { drifts } = await reportOf(stack);
  return drifts.map((found) => {
    const changes = found.status === "gone" ? [] : found.changes;
    return {
      name: found.name,
      op: found.status === "gone" ? "create" : changes.some(({ replaces }) => replaces) ? "replace" : "update",
      properties: [...new Set(changes.map(({ path }) => path.split(/[.[]/)[0] ?? ""))].sort(),
    };
  });
}
