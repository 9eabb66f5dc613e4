import { testLifecycle } from "./suite.ts";

testLifecycle("apio");
