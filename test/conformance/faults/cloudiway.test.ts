import { testKilledCreates } from "./killed.ts";
import { testFaults } from "./suite.ts";

testFaults("cloudiway");
testKilledCreates("cloudiway");
