#!/usr/bin/env node
import { Command } from "commander";
import { emulatorCommand } from "./emulator.ts";
import { engineCommand } from "./engine.ts";

await new Command("groupware")
  .description("Tools for stacks that use pulumi-groupware.")
  .enablePositionalOptions()
  .addCommand(emulatorCommand())
  .addCommand(engineCommand())
  .parseAsync();
