import { testLifecycle } from "./suite.ts";

testLifecycle("barium");
