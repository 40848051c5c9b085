#!/usr/bin/env node
import { run } from './program.ts';

process.exitCode = await run(process.argv, {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => new Date(),
  env: process.env,
});
