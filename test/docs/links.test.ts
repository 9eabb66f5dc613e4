import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { repository } from "../support/engine.ts";

const pages = globSync(["*.md", "docs/**/*.md", "examples/**/*.md"], {
  cwd: repository,
  exclude: (file) => file.includes("node_modules"),
});

it.each(pages)("%s links to what is there", (page) => {
  const text = readFileSync(path.join(repository, page), "utf8");
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target.split("#")[0] ?? "");
  const missing = targets
    .filter((target) => target !== "" && !/^[a-z]+:/.test(target))
    .filter((target) => !existsSync(path.join(repository, path.dirname(page), target)));
  expect(missing).toEqual([]);
});
