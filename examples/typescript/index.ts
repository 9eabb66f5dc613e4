// Written from examples/yaml by `npm run generate`. Do not edit.
import "./apio";
import "./barium";
import "./cloudiway";
import "./groupid";
import "./saltstack";
