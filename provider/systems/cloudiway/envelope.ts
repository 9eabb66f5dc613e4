import * as z from "zod";

/** An answer of the API: an error in its own words, or what the call answers. */
type Envelope = { readonly error: string } | { readonly response: unknown };

/** The one key that all answers have, also where a sample of the document misspells it. */
const flag = /^[bh]asError$/i;
/** The key of what a call answers. */
const content = /^response$/i;

/** All answers are objects with `hasError`. */
const wireEnvelope = z
  .record(z.string(), z.unknown())
  .refine((body) => Object.keys(body).some((key) => flag.test(key)), { error: "there is no hasError" });

/** An answer of which `response` is as a call wants it, or an error. */
export function answerOf<Response extends z.ZodType>(response: Response) {
  return wireEnvelope.transform((body, context): { error: string } | { response: z.output<Response> } => {
    const envelope = envelopeOf(body);
    if ("error" in envelope) {
      return envelope;
    }
    const parsed = response.safeParse(envelope.response);
    if (parsed.success) {
      return { response: parsed.data };
    }
    const [issue] = parsed.error.issues;
    context.addIssue({ code: "custom", message: issue?.message ?? "", path: ["response", ...(issue?.path ?? [])] });
    return z.NEVER;
  });
}

/** The error in the body of an answer, whatever its status; `undefined` where there is none. */
export function errorIn(body: unknown): string | undefined {
  const parsed = wireEnvelope.safeParse(body);
  const envelope = parsed.success ? envelopeOf(parsed.data) : undefined;
  return envelope !== undefined && "error" in envelope ? envelope.error : undefined;
}

/** Takes an answer apart. The text of an error stands under `response`, or under a key that the document garbles. */
function envelopeOf(body: Readonly<Record<string, unknown>>): Envelope {
  const entries = Object.entries(body);
  const [, hasError] = entries.find(([key]) => flag.test(key)) ?? [];
  const [, response] = entries.find(([key]) => content.test(key)) ?? [];
  if (!/^(true|1)$/i.test(String(hasError))) {
    return { response };
  }
  const others = entries.filter(([key]) => !flag.test(key));
  const words = [response, ...others.map(([, value]) => value)].find(
    (value) => typeof value === "string" && value.trim() !== "",
  );
  return { error: String(words ?? (others.length === 0 ? "an error, without a word" : JSON.stringify(others))).trim() };
}

/** The system's words in the body of an answer that is no success. */
export function wordsOf(body: unknown): string | undefined {
  const parsed = z.object({ message: z.string().optional(), Message: z.string().optional() }).safeParse(body);
  return errorIn(body) ?? parsed.data?.message ?? parsed.data?.Message;
}

/** `{"hasError":false, "response": User scheduled }`, and `{"hasError":True": ErrorString}`. */
const almostJson =
  /^\s*\{\s*"[bh]asError"\s*:\s*"?(?<hasError>true|false)"?\s*[:,][\s,]*(?:"(?<key>\w+)"\s*:)?\s*(?<value>\S[\s\S]*?)\s*\}\s*$/i;

/**
 * Reads the body of an answer. The document's samples are not always JSON: sentences and values stand without quotes, a
 * comma comes twice, a quote is in the wrong place. Such a body is read as it is meant; one that was cut off is not.
 * Throws what `JSON.parse` throws for anything else.
 */
export function parseBody(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const { hasError = "", key = "response", value = "" } = almostJson.exec(text)?.groups ?? {};
    if (value === "") {
      throw error;
    }
    const isSentence = !/^["[{]/.test(value);
    const response = isSentence ? value : (JSON.parse(mended(value)) as unknown);
    return { hasError: hasError.toLowerCase() === "true", [key]: response };
  }
}

/** `{"id:"2297}` and `{"name":value}` with the quotes where they belong. What was cut off stays so. */
function mended(text: string): string {
  return text
    .replace(/"(\w+):"(?=\s*[\d"{[])/g, '"$1":')
    .replace(/("\w+"\s*:\s*)(?!true\b|false\b|null\b|-?\d)([^\s"[{][^",}\]]*?)(?=\s*[,}\]])/g, '$1"$2"');
}
