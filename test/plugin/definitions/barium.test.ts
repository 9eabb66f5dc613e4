import { testOverGrpc } from "./suite.ts";

testOverGrpc("barium");
