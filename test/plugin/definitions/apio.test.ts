import { testOverGrpc } from "./suite.ts";

testOverGrpc("apio");
