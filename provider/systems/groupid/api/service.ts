import * as z from "zod";
import { type Authentication, SessionAuthentication, type SignedIn } from "../../../http/authentication.ts";
import { type Call, HttpClient, type HttpSettings } from "../../../http/client.ts";
import { StatusError } from "../../../http/statusError.ts";
import { NotFoundError } from "../../../resource/errors.ts";
import { type Envelope, envelope, envelopeOf, failureOf, isAboutElsewhere, wordsOf } from "./envelope.ts";
import { isObject } from "./wire.ts";

/** What signs in: a user with a password and the API's client, or a token that is ready. */
export interface Credentials {
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  readonly clientId?: string | undefined;
  readonly clientSecret?: string | undefined;
  /** The identity store that the user is in, and that resources live in where they do not say otherwise. */
  readonly identityStoreId?: string | undefined;
  readonly token?: string | undefined;
}

const wireToken = z.looseObject({ access_token: z.string().min(1), expires_in: z.coerce.number().optional() });

/** Where the data service lies below the connection's URL. */
const dataService = "/GroupIDDataService/api";

/** A call below the data service. */
export type DataServiceCall = Omit<Call, "anonymous">;

/** GroupID's services over HTTP: sign-in, and how every call of theirs answers. */
export class GroupIdService {
  /** For the services beside the data service, such as those that only offer logs. */
  readonly http: HttpClient;

  constructor(settings: HttpSettings, credentials: Credentials) {
    this.http = new HttpClient(settings, this.#authentication(credentials), wordsOf);
  }

  /** A path of the data service: its parts are percent-encoded. */
  path(...parts: readonly string[]): string {
    return [dataService, ...parts.map(encodeURIComponent)].join("/");
  }

  /** A path of an identity store. */
  storePath(identityStoreId: string, ...parts: readonly string[]): string {
    return this.path("IdentityStores", identityStoreId, ...parts);
  }

  /**
   * Reads, with GET where the call does not say otherwise. An answer with status 200 may be an envelope that says that
   * something failed, or `null` for what does not exist. Throws a `NotFoundError` where the system says so.
   */
  async read<Schema extends z.ZodType>(
    call: Omit<DataServiceCall, "method" | "idempotent"> & { readonly method?: "GET" | "POST" },
    schema: Schema,
    signal: AbortSignal,
  ): Promise<z.output<Schema>> {
    const { body } = await this.#request({ method: "GET", ...call, idempotent: true }, answerOf(schema), signal);
    if ("failure" in body) {
      throw body.failure;
    }
    return body.value;
  }

  /** Writes. Answers with the envelope as it is: `refuseFailure` and `outcomesOf` judge it. */
  async write(call: DataServiceCall, signal: AbortSignal): Promise<Envelope> {
    return this.send(call, envelope, signal);
  }

  /** Sends a call whose answer has a form of its own. */
  async send<Schema extends z.ZodType>(
    call: DataServiceCall,
    schema: Schema,
    signal: AbortSignal,
  ): Promise<z.output<Schema>> {
    return (await this.#request(call, schema, signal)).body;
  }

  async #request<Schema extends z.ZodType>(call: Call, schema: Schema, signal: AbortSignal) {
    try {
      return await this.http.request(call, schema, signal);
    } catch (error) {
      throw error instanceof StatusError && saysMissing(error)
        ? new NotFoundError(error.message, { cause: error })
        : error;
    }
  }

  #authentication({ token, ...credentials }: Credentials): Authentication {
    const ready = token === undefined ? undefined : bearer(token);
    const { username, password, clientId, clientSecret, identityStoreId } = credentials;
    if (
      username === undefined ||
      password === undefined ||
      clientId === undefined ||
      clientSecret === undefined ||
      identityStoreId === undefined
    ) {
      return new SessionAuthentication(ready, undefined);
    }
    return new SessionAuthentication(ready, (_, signal) =>
      this.#token(
        { username, password, client_Id: clientId, client_secret: clientSecret, identity_store_id: identityStoreId },
        signal,
      ),
    );
  }

  /** POST GroupIDSecurityService/connect/token: a form; the names of its fields are the document's. */
  async #token(form: Readonly<Record<string, string>>, signal: AbortSignal): Promise<SignedIn> {
    const { body } = await this.http.request(
      {
        method: "POST",
        path: "/GroupIDSecurityService/connect/token",
        form: { grant_type: "password", ...form },
        idempotent: true,
        anonymous: true,
      },
      wireToken,
      signal,
    );
    return { headers: bearer(body.access_token), expiresIn: body.expires_in };
  }
}

/** What a read answers, told from what stands in its place when it fails. */
function answerOf<Schema extends z.ZodType>(schema: Schema) {
  return z.unknown().transform((body, context): { readonly value: z.output<Schema> } | { readonly failure: Error } => {
    if (body === null) {
      return { failure: new NotFoundError("GroupID answers null: there is no such object.") };
    }
    const answer = envelopeOf(body);
    const failure = answer === undefined ? undefined : failureOf(answer);
    if (failure !== undefined) {
      return { failure };
    }
    const result = schema.safeParse(body);
    if (result.success) {
      return { value: result.data };
    }
    if (answer?.data === null) {
      return { failure: new NotFoundError("GroupID answers without data: there is no such object.") };
    }
    context.issues.push(...result.error.issues.map((issue) => ({ ...issue, input: body }) as z.core.$ZodRawIssue));
    return z.NEVER;
  });
}

/**
 * "The URL is incorrect or object is not found", the vendor's pages say of a 404. A page of HTML or text is a server that
 * does not know the URL; GroupID itself answers JSON or nothing.
 */
function saysMissing({ status, body }: StatusError): boolean {
  return status === 404 && (body === "" || (isObject(body) && !isAboutElsewhere(wordsOf(body) ?? "")));
}

function bearer(token: string): Record<string, string> {
  return { Authorization: `Bearer ${token}` };
}
