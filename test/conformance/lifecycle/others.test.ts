import { systems } from "../../../provider/systems/index.ts";
import { testLifecycle } from "./suite.ts";

/** GroupID has as many resources as all others together; these share the engine's commands. */
testLifecycle(...systems.map(({ name }) => name).filter((name) => name !== "groupid"));
