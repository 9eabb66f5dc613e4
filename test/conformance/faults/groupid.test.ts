import { testKilledCreates } from "./killed.ts";
import { testFaults } from "./suite.ts";

testFaults("groupid");
testKilledCreates("groupid");
