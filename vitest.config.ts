import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { compileCache } from "./test/support/engine.ts";

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
    env: { NODE_COMPILE_CACHE: compileCache },
  },
});
