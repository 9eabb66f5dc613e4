import { testLifecycle } from "./suite.ts";

testLifecycle("saltstack");
