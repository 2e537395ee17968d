import { spawn } from 'node:child_process';
import path from 'node:path';
import { isInstalled, npm } from '../../server/bin/install.mjs';

const HERE = import.meta.dirname;
const ROOT = path.join(HERE, '../..');
export const SHOWN = path.join(HERE, 'static');

/** Installs Storybook in its own folder where it is missing or another version; rejects where there is no registry. */
export async function installWorkbench() {
  if (isInstalled(HERE)) return;
  console.log('Installing Storybook into studio/workbench …');
  await npm(HERE, ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

const inStudio = (command, parameters, settings) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(ROOT, 'node_modules', command), ...parameters], {
      cwd: path.join(ROOT, 'studio'),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...settings,
    });
    const lines = [];
    child.stdout?.on('data', (chunk) => lines.push(chunk));
    child.stderr?.on('data', (chunk) => lines.push(chunk));
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`${Buffer.concat(lines).toString()}\n${command} ended with code ${code}.`)),
    );
  });

/** The packages and documents that the parts import. */
async function prepare() {
  await inStudio('turbo/bin/turbo', ['run', 'build', '--output-logs=errors-only', '--filter=@planwright/schema'], {
    cwd: ROOT,
  });
  await inStudio('@graphql-codegen/cli/esm/bin.js', ['--config', 'codegen.ts', '--silent']);
}

const storybook = (parameters, stdio) =>
  inStudio(
    '../studio/workbench/node_modules/storybook/dist/bin/dispatcher.js',
    [...parameters, '--config-dir', 'config'],
    {
      cwd: HERE,
      stdio,
      env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1', NO_COLOR: '1' },
    },
  );

/** Builds the stories as pages that need no server but one for files. */
export async function buildWorkbench() {
  await prepare();
  await storybook(['build', '--output-dir', SHOWN, '--quiet'], ['ignore', 'pipe', 'pipe']);
}

/** Opens the stories, and draws them again when a file changes. */
export async function openWorkbench(parameters) {
  await prepare();
  await storybook(['dev', '--port', '6006', '--no-open', ...parameters], 'inherit');
}
