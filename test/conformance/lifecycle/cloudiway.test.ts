import { testLifecycle } from "./suite.ts";

testLifecycle("cloudiway");
