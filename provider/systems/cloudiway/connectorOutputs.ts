import * as z from "zod";

/** What the functions about connectors answer. */
export const connectors = z
  .array(
    z
      .object({
        name: z.string().meta({ description: "Its display name, by which groups name it." }),
        type: z.string().optional().meta({ description: "The system behind it, such as `GSuite`." }),
      })
      .meta({ typeName: "Connector", description: "A connector of the project." }),
  )
  .meta({ description: "The connectors, in the order of the system." });
