import { closestName } from "../resource/check.ts";
import { systems } from "../systems/index.ts";
import { kindOf } from "../systems/kind.ts";

/** Types as people write them, with the package or without. Throws for one that there is not. */
export function wantedTypes(written: readonly string[]): string[] {
  const known: string[] = systems.flatMap(({ resources }) => resources.map(({ type }) => type));
  return [...new Set(written.map(kindOf))].map((type) => {
    if (!known.includes(type)) {
      const closest = closestName(type, known);
      throw new Error(
        `there is no type ${JSON.stringify(type)}${closest === undefined ? `; there are ${known.join(", ")}` : `; did you mean ${closest}?`}`,
      );
    }
    return type;
  });
}
