import type { EndpointAnswer } from "../../endpoint.ts";
import type { GroupIdBehaviour } from "./behaviour.ts";
import { answer, envelope } from "./envelope.ts";

/** The answer of a read to what does not exist, in each of the ways that installations have. */
export function missing({ missing: way }: GroupIdBehaviour, words: string): EndpointAnswer {
  switch (way) {
    case "404":
      return { status: 404, body: envelope({ message: words }) };
    case "null":
      return { status: 200, body: null };
    case "data":
      return answer({ data: null });
    case "status":
      return answer({ message: words });
  }
}
