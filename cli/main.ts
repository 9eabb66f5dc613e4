#!/usr/bin/env node
import { Command } from "commander";
import { driftCommand } from "./drift.ts";
import { emulatorCommand } from "./emulator.ts";
import { engineCommand } from "./engine.ts";
import { exportCommand } from "./export.ts";
import { guardCommand } from "./guard.ts";
import { logsCommand } from "./logs.ts";
import { validateCommand } from "./validate.ts";

await new Command("groupware")
  .description("Tools for stacks that use pulumi-groupware.")
  .enablePositionalOptions()
  .addCommand(emulatorCommand())
  .addCommand(engineCommand())
  .addCommand(driftCommand())
  .addCommand(exportCommand())
  .addCommand(guardCommand())
  .addCommand(logsCommand())
  .addCommand(validateCommand())
  .parseAsync();
