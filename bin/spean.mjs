#!/usr/bin/env node
import { run } from '../scripts/run.mjs'

run('src/app/cli.ts', process.argv.slice(2))
