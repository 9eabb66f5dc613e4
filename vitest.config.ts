import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 300_000,
    hookTimeout: 60_000,
    // Tests that run the engine start several processes each; more files at once than this only wait for each other.
    maxWorkers: availableParallelism() + 1,
    // Tests that say they are concurrent wait for pauses between attempts most of their time.
    maxConcurrency: 64,
  },
});
