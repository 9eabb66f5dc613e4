/** What `${…}` names: a resource, variable or configuration value, and the way from there into its value. */
export interface Access {
  /** As written, without `${` and `}`. */
  readonly text: string;
  readonly root: string;
  readonly path: readonly (string | number)[];
}

/** A piece of a text: characters, and what is inserted after them. */
export interface TextPart {
  readonly text: string;
  readonly access?: Access;
}

/** A text that does not follow the grammar of `${…}`; `at` is where, in the text. */
export class AccessSyntaxError extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/**
 * Takes a text apart at its `${…}`, by the grammar of Pulumi YAML: `$$` is a dollar sign; an access is
 * `root.name[0]["any name"]`, and the root may be `["any name"]` as well.
 */
export function parseText(value: string): TextPart[] {
  const parts: TextPart[] = [];
  let text = "";
  let at = 0;
  while (at < value.length) {
    if (value.startsWith("$$", at)) {
      text += "$";
      at += 2;
    } else if (value.startsWith("${", at)) {
      const { access, end } = parseAccess(value, at + 2);
      parts.push({ text, access });
      text = "";
      at = end;
    } else {
      text += value[at];
      at += 1;
    }
  }
  return text === "" ? parts : [...parts, { text }];
}

function parseAccess(value: string, start: number): { readonly access: Access; readonly end: number } {
  const path: (string | number)[] = [];
  let at = start;
  while (at < value.length) {
    const rest = value.slice(at);
    if (rest.startsWith("}")) {
      const [root, ...tail] = path;
      if (root === undefined) {
        throw new AccessSyntaxError("there is no name between ${ and }", start - 2);
      }
      return { access: { text: value.slice(start, at), root: String(root), path: tail }, end: at + 1 };
    }
    if (rest.startsWith(".")) {
      at += 1;
      continue;
    }
    if (rest.startsWith("[")) {
      const key = /^\["((?:\\"|[^"])*)"\]/.exec(rest);
      const index = /^\[(\d+)\]/.exec(rest);
      if (key !== null) {
        path.push((key[1] ?? "").replaceAll('\\"', '"'));
        at += key[0].length;
      } else if (index !== null && path.length > 0) {
        path.push(Number(index[1]));
        at += index[0].length;
      } else {
        throw new AccessSyntaxError(
          index === null ? 'what stands between [ and ] is a number or a text in "…"' : "a name must come first",
          at,
        );
      }
      continue;
    }
    const name = /^[^.[}]+/.exec(rest)?.[0] ?? "";
    path.push(name);
    at += name.length;
  }
  throw new AccessSyntaxError("a } is missing; write $${ for the characters ${", start - 2);
}
