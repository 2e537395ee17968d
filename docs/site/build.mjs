#!/usr/bin/env node
// `npm run docs`: builds the docs site into docs/site/dist. What builds it is installed the first time. `npm run docs -- serve` shows it.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { npm } from '../../server/bin/install.mjs';

/** The exit code where the registry cannot be reached: nothing is wrong with the site then. */
const NOT_INSTALLED = 3;

const here = import.meta.dirname;
const bin = path.join(here, 'node_modules/vitepress/bin/vitepress.js');
const wanted = JSON.parse(readFileSync(path.join(here, 'package.json'), 'utf8')).dependencies.vitepress;

function isInstalled() {
  const file = path.join(here, 'node_modules/vitepress/package.json');
  return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version === wanted;
}

const vitepress = (...words) => {
  const { status } = spawnSync(process.execPath, [bin, ...words], {
    cwd: here,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error('The docs site was not built; the lines above say why.');
};

try {
  if (!isInstalled()) {
    console.log('Installing what builds the docs site, once …');
    await npm(here, ['ci', '--workspaces=false', '--no-audit', '--no-fund', '--loglevel=error']).catch((cause) => {
      console.error(`What builds the docs site could not be installed: ${cause.message}`);
      process.exit(NOT_INSTALLED);
    });
  }
  const { assemble } = await import('./assemble.mjs');
  const { checkBuilt } = await import('./check-built.mjs');
  assemble();
  vitepress('build');
  const { wrong, pages, links } = checkBuilt(path.join(here, 'dist'));
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  console.log(`The docs site is in docs/site/dist: ${pages} pages, ${links} links, all alive.`);
  if (process.argv[2] === 'serve') vitepress('preview');
} catch (cause) {
  console.error(cause.message);
  process.exit(1);
}
