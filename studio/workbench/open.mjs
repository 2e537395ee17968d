#!/usr/bin/env node
// `npm run workbench`: the parts of the studio, each in every state; `npm run workbench -- build` writes them as pages.
import path from 'node:path';
import { ensureInstalled } from '../../server/bin/install.mjs';
import { continueUnderOwnNode } from '../../server/bin/own-node.mjs';
import { buildWorkbench, installWorkbench, openWorkbench, SHOWN } from './build.mjs';

const root = path.join(import.meta.dirname, '../..');
const [command, ...rest] = process.argv.slice(2);

try {
  await ensureInstalled(root);
  await continueUnderOwnNode(root);
  await installWorkbench();
  if (command === 'build') {
    await buildWorkbench();
    console.log(`The workbench is in ${path.relative(process.cwd(), SHOWN)}; serve that folder as files.`);
  } else {
    await openWorkbench(command === undefined ? [] : [command, ...rest]);
  }
} catch (cause) {
  console.error(cause.message);
  process.exitCode = 1;
}
