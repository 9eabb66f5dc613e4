import { availableParallelism } from "node:os";
import path from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Small files that run for up to a minute: Vitest begins with those that were slow before, or are large. */
const longest = /\/(conformance\/(lifecycle|faults)|examples)\//;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => longest.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 300_000,
    hookTimeout: 60_000,
    // Tests that run the engine start several processes each; more files at once than this only wait for each other.
    maxWorkers: availableParallelism() + 1,
    // Tests that say they are concurrent wait for pauses between attempts most of their time.
    maxConcurrency: 64,
    sequence: { sequencer: LongestFirst },
    // Compiled code of the many processes that the tests start, so that it is not compiled by each.
    env: { NODE_COMPILE_CACHE: path.join(import.meta.dirname, "node_modules/.cache/node-compile-cache") },
  },
});
