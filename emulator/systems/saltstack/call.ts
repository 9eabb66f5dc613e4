import * as z from "zod";
import { type Endpoint, type EndpointAnswer, type EndpointRequest, endpoint } from "../../endpoint.ts";
import { fieldErrors, Refusal } from "./refusal.ts";
import type { Store } from "./store.ts";

type Query = Readonly<Record<string, unknown>>;

/** One call: authenticated, its body judged field by field by whoever handles it. */
export function call(
  store: Store,
  definition: {
    readonly id: string;
    readonly method: Endpoint["method"];
    readonly path: string;
    readonly hasBody?: boolean;
    readonly contentType?: NonNullable<Endpoint["contentType"]>;
    handle(request: EndpointRequest<unknown, Query>): EndpointAnswer;
  },
): Endpoint {
  const { hasBody = ["POST", "PUT", "PATCH"].includes(definition.method), handle, ...rest } = definition;
  return endpoint({
    ...rest,
    authentication: "required",
    ...(hasBody ? { contentType: definition.contentType ?? "application/json", body: z.unknown() } : {}),
    query: z.record(z.string(), z.unknown()),
    handle: (request) => store.answer(() => handle(request as EndpointRequest<unknown, Query>)),
  });
}

/** The fields of a body. What is wrong with them is a 400 by field. */
export function fieldsOf<Shape extends z.ZodRawShape>(
  store: Store,
  shape: Shape,
  body: unknown,
): z.output<z.ZodObject<Shape>> {
  const schema = store.behaviour.strict ? z.strictObject(shape) : z.object(shape);
  const result = schema.safeParse(body ?? {}, { reportInput: true });
  if (!result.success) {
    throw new Refusal({ status: 400, body: fieldErrors(result.error) });
  }
  return result.data as z.output<z.ZodObject<Shape>>;
}

/** Text that may not be blank, and text that may. */
export const text = z.string().min(1).max(255);
export const blankText = z.string().max(255);
/** A size in MB; the document also writes one as text. */
export const size = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d+(\.\d+)?$/)
      .transform(Number),
  ])
  .pipe(z.number().min(1));
/** A reference to another object, judged by `Store.linked`. */
export const link = z.string();
/** What every object shows and no write changes. */
export const ignored = z.unknown().optional();
