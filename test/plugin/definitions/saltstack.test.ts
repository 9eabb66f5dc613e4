import { testOverGrpc } from "./suite.ts";

testOverGrpc("saltstack");
