import { existsSync } from "node:fs";
import path from "node:path";
import { parse, stringify } from "yaml";
import { accessesIn } from "../../manifest/expression.ts";
import { expressionsOf, type Manifests, type Node, readManifests } from "../../manifest/manifests.ts";
import { ManifestError } from "../../manifest/problem.ts";
import { validate } from "../../manifest/validate.ts";
import type { SystemDefinition } from "../../systems/system.ts";
import { pythonOf } from "./python.ts";
import { typescriptOf } from "./typescript.ts";

/** One example in each language. */
export interface Example {
  readonly title: string;
  readonly typescript: string;
  readonly python: string;
  readonly yaml: string;
}

/** Where the examples lie: `<system>/<object>.yaml`, one file for each resource, and for each function that has one. */
export const exampleFolder = "examples/yaml";

/** The file of the example of a resource or function, such as `barium/group.yaml`. */
export function exampleFile(type: string): string {
  const [system = "", name = ""] = type.split(":");
  return `${system}/${name.charAt(0).toLowerCase()}${name.slice(1)}.yaml`;
}

/**
 * The examples of a system. Its folder is one space of names: an example may refer to what stands in another file, and
 * is shown together with that.
 */
export class SystemExamples {
  readonly #root: string;
  readonly #manifests: Manifests;

  /**
   * @param root the repository's root.
   * @throws ManifestError when an example is wrong.
   */
  constructor(root: string, system: SystemDefinition) {
    this.#root = path.join(root, exampleFolder);
    this.#manifests = readManifests(existsSync(path.join(this.#root, system.name)) ? [system.name] : [], this.#root);
    const problems = validate(this.#manifests);
    if (problems.length > 0) {
      throw new ManifestError(problems);
    }
  }

  /** Whether the system has no examples. */
  get isEmpty(): boolean {
    return this.#manifests.order.length === 0;
  }

  /** The example of a resource or function, or `undefined` where there is none. */
  of(type: string): Example | undefined {
    const file = exampleFile(type);
    const own = this.#manifests.order.filter(({ place }) => place.file.name === file);
    const [first] = own;
    if (first === undefined) {
      return undefined;
    }
    const shown = this.#withNeeds(own);
    const { text } = first.place.file;
    return {
      title: /^# (.+)$/m.exec(text)?.[1] ?? "Example",
      typescript: typescriptOf(shown),
      python: pythonOf(shown),
      yaml: withResources(
        text.replace(/^#.*\n/, ""),
        shown.filter((node) => !own.includes(node)),
      ),
    };
  }

  /** All resources of the system as one program. */
  program(): Pick<Example, "typescript" | "python"> {
    return { typescript: typescriptOf(this.#manifests.order), python: pythonOf(this.#manifests.order) };
  }

  /** These and all that they refer to, each after what it refers to. */
  #withNeeds(nodes: readonly Node[]): Node[] {
    const names = new Set(nodes.map(({ name }) => name));
    for (const node of [...this.#manifests.order].reverse()) {
      if (names.has(node.name)) {
        for (const expression of expressionsOf(node)) {
          for (const { access } of accessesIn(expression)) {
            names.add(access.root);
          }
        }
      }
    }
    return this.#manifests.order.filter(({ name }) => names.has(name));
  }
}

/** A file with what it needs of other files in front of its own. */
function withResources(text: string, others: readonly Node[]): string {
  const added = (section: "resources" | "variables") => {
    const nodes = others.filter(({ kind }) => `${kind}s` === section);
    const members = nodes.map(({ name, place }) => {
      const written = parse(place.file.text) as Record<string, Record<string, unknown>>;
      return [name, written[section]?.[name]] as const;
    });
    return members.length === 0 ? "" : stringify(Object.fromEntries(members)).replace(/^(?=.)/gm, "  ");
  };
  return (["variables", "resources"] as const).reduce((result, section) => {
    const members = added(section);
    if (members === "") {
      return result;
    }
    return new RegExp(`^${section}:\n`, "m").test(result)
      ? result.replace(`${section}:\n`, () => `${section}:\n${members}`)
      : `${section}:\n${members}${result}`;
  }, text);
}

/** The section of a description that shows an example in all languages, as Pulumi's documentation expects it. */
export function exampleSection({ title, typescript, python, yaml }: Example): string {
  return `{{% examples %}}
## Example Usage

{{% example %}}
### ${title}

\`\`\`typescript
${typescript.trim()}
\`\`\`

\`\`\`python
${python.trim()}
\`\`\`

\`\`\`yaml
${yaml.trim()}
\`\`\`

{{% /example %}}
{{% /examples %}}`;
}
