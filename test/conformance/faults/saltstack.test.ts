import { testKilledCreates } from "./killed.ts";
import { testFaults } from "./suite.ts";

testFaults("saltstack");
testKilledCreates("saltstack");
