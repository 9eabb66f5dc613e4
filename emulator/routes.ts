import findMyWay, { type HTTPMethod, type HTTPVersion, type Instance } from "find-my-way";
import type { Endpoint } from "./endpoint.ts";
import type { EmulatedSystem } from "./system.ts";

/** The calls that a request may mean, and the parameters of its path. */
export interface Route {
  /** More than one where calls share method and path. */
  readonly endpoints: readonly Endpoint[];
  readonly parameters: Readonly<Record<string, string>>;
}

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/** What stands before a path below a base path, for the router; no request can name it. */
const based = "/-based-";

/** The calls of a system by method and path. */
export class Routes {
  readonly system: EmulatedSystem;
  #compiled: Instance<HTTPVersion.V1> | undefined;

  constructor(system: EmulatedSystem) {
    this.system = system;
  }

  /** The calls of a method at a path such as `/barium/api/v1.1/domains/1`. */
  find(method: string, path: string): Route | undefined {
    const found = this.#router.find(method as HTTPMethod, this.#rewritten(path));
    return found === null
      ? undefined
      : { endpoints: found.store as Endpoint[], parameters: found.params as Record<string, string> };
  }

  /** The methods that a path takes. */
  allowed(path: string): string[] {
    return methods.filter((method) => this.find(method, path) !== undefined);
  }

  /** Compiled when the first request comes: most emulators of tests are asked for one system only. */
  get #router(): Instance<HTTPVersion.V1> {
    this.#compiled ??= compiled(this.system.endpoints);
    return this.#compiled;
  }

  /** Puts what is below the system's name, or a base path of it, where the router has it. */
  #rewritten(path: string): string {
    const below = path.slice(`/${this.system.name}`.length);
    for (const base of this.system.bases) {
      const match = new RegExp(`^(?:${base.source})(?=/)`, base.flags).exec(below);
      if (match !== null) {
        return `${based}${below.slice(match[0].length)}`;
      }
    }
    return below;
  }
}

function compiled(endpoints: readonly Endpoint[]): Instance<HTTPVersion.V1> {
  const router = findMyWay({ maxParamLength: 1000 });
  const byRoute = Map.groupBy(endpoints, ({ method, path, outsideBase }) =>
    [method, outsideBase === true ? path : `${based}${path}`].join(" "),
  );
  for (const [route, candidates] of byRoute) {
    const [method, path = ""] = route.split(" ");
    router.on(method as HTTPMethod, path, () => undefined, candidates);
  }
  return router;
}
