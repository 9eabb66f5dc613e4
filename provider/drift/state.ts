import * as z from "zod";
import { Secret } from "../hosts/plugin/propertyValues.ts";
import type { Properties } from "../resource/errors.ts";
import { unknownMarker } from "../resource/unknown.ts";
import { kindOf } from "../systems/kind.ts";

/** The key that marks a special value in state, and the mark of a secret (Pulumi's `sig.go`). */
const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

/** What stands beside a resource's properties, and is none of them. */
const dynamicProviderKey = "__provider";

const serializedResource = z.looseObject({
  urn: z.string(),
  type: z.string(),
  id: z.string().optional(),
  inputs: z.record(z.string(), z.unknown()).nullish(),
  outputs: z.record(z.string(), z.unknown()).nullish(),
  provider: z.string().optional(),
  delete: z.boolean().optional(),
  external: z.boolean().optional(),
  ignoreChanges: z.array(z.string()).nullish(),
});

const serializedState = z.looseObject({
  resources: z.array(serializedResource).nullish(),
  secrets_providers: z.looseObject({ type: z.string().nullish(), state: z.unknown() }).nullish(),
});

/** The version 4 is the version 3 with features named that a stack uses; none of them changes what is read here. */
const exportedDeployment = z.looseObject({
  version: z.union([z.literal(3), z.literal(4)]),
  deployment: serializedState,
});

/** A resource of this package as a stack holds it. Secrets in its properties are `Secret`. */
export interface ManagedResource {
  readonly stack: string;
  readonly urn: string;
  readonly name: string;
  /** `<system>:<Object>`, of either host. */
  readonly type: string;
  readonly id: string;
  readonly inputs: Properties;
  readonly outputs: Properties;
  /** What the provider of its own has as connections; absent for a resource that uses the stack's. */
  readonly connections?: unknown;
  /** Paths that the stack does not compare: the option `ignoreChanges`. */
  readonly ignoreChanges: readonly string[];
}

/** What a stack manages through this package. */
export interface ManagedStack {
  /** `<project>/<stack>`; nothing for a state without any resource, which does not say. */
  readonly name: string;
  readonly resources: readonly ManagedResource[];
  /** What the default provider was configured with in the last run; dynamic resources have none. */
  readonly recordedConnections: unknown;
}

/** Decrypts a secret of a state; `undefined` where that is not possible. */
export type Decrypt = (ciphertext: string) => string | undefined;

/**
 * Reads what `pulumi stack export` prints, on the CLI and on the embedded engine. What no run manages is left out:
 * leftovers of replacements, and objects that are only read.
 * @param decryptorOf answers how the secrets are decrypted, from the text's `secrets_providers`; one that stays encrypted
 * becomes a value that is not known.
 */
export function readState(
  text: string,
  decryptorOf: (provider: { readonly type?: string | null | undefined; readonly state?: unknown }) => Decrypt,
): ManagedStack {
  const { resources, secrets_providers: secretsProvider } = parse(text);
  let decrypt: Decrypt | undefined;
  const decryptLazily: Decrypt = (ciphertext) => {
    decrypt ??= decryptorOf(secretsProvider ?? {});
    return decrypt(ciphertext);
  };
  const all = resources ?? [];
  const providers = new Map(
    all
      .filter(({ type }) => type === "pulumi:providers:groupware")
      .map(({ urn, id, inputs }) => [
        `${urn}::${id}`,
        { urn, inputs: valueFrom(inputs ?? {}, decryptLazily) as Properties },
      ]),
  );
  const isDefault = (urn: string) => /^default(_|$)/.test(nameIn(urn));
  const managed = all.filter(
    ({ type, delete: isLeftOver, external }) => kindOf(type) !== type && isLeftOver !== true && external !== true,
  );
  const [first] = all;
  const [, stack = "", project = ""] = /^urn:pulumi:(.*?)::(.*?)::/.exec(first?.urn ?? "") ?? [];
  const name = first === undefined ? "" : `${project}/${stack}`;
  return {
    name,
    resources: managed.map(({ urn, type, id = "", inputs, outputs, provider, ignoreChanges }) => {
      const own = providers.get(provider ?? "");
      return {
        stack: name,
        urn,
        name: nameIn(urn),
        type: kindOf(type),
        id,
        inputs: propertiesOf(inputs ?? {}, decryptLazily),
        outputs: propertiesOf(outputs ?? {}, decryptLazily),
        ...(own === undefined || isDefault(own.urn) ? {} : { connections: own.inputs.connections }),
        ignoreChanges: ignoreChanges ?? [],
      };
    }),
    recordedConnections: [...providers.values()].find(({ urn }) => isDefault(urn))?.inputs.connections,
  };
}

function parse(text: string): z.output<typeof serializedState> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error("this is not the JSON that `pulumi stack export` prints.");
  }
  const result = exportedDeployment.safeParse(value);
  if (!result.success) {
    throw new Error(
      `this is not what \`pulumi stack export\` prints, in the version 3 or 4 of its form:\n${z.prettifyError(result.error)}`,
    );
  }
  return result.data.deployment;
}

function nameIn(urn: string): string {
  return urn.split("::").slice(3).join("::");
}

function propertiesOf(members: Properties, decrypt: Decrypt): Properties {
  const { [dynamicProviderKey]: _, ...properties } = valueFrom(members, decrypt) as Properties;
  return properties;
}

function valueFrom(value: unknown, decrypt: Decrypt): unknown {
  if (Array.isArray(value)) {
    return value.map((element) => valueFrom(element, decrypt));
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const members = value as Properties;
  if (members[signatureKey] !== secretSignature) {
    return Object.fromEntries(Object.entries(members).map(([name, member]) => [name, valueFrom(member, decrypt)]));
  }
  const text = typeof members.plaintext === "string" ? members.plaintext : decrypt(String(members.ciphertext));
  return new Secret(text === undefined ? unknownMarker : valueFrom(JSON.parse(text), decrypt));
}
