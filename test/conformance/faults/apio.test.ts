import { testKilledCreates } from "./killed.ts";
import { testFaults } from "./suite.ts";

testFaults("apio");
testKilledCreates("apio");
