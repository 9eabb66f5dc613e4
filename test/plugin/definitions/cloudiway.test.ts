import { testOverGrpc } from "./suite.ts";

testOverGrpc("cloudiway");
