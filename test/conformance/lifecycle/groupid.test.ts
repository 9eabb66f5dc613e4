import { testLifecycle } from "./suite.ts";

testLifecycle("groupid");
