import { testOverGrpc } from "./suite.ts";

testOverGrpc("groupid");
