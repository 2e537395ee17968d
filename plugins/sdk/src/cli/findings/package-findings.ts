import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { MANIFEST_FILE, readPackage } from '../../build/index.js';
import type { PluginManifest } from '../../manifest.js';

const READMES = { 'README.md': 'English', 'README.zh-CN.md': 'Chinese' };

/** Licence, readmes, range of Planwright versions, and whether dist/ is what the source gives. */
export async function packageFindings(folder: string, manifest: PluginManifest): Promise<string[]> {
  const findings: string[] = [];
  const { license, engines } = await readPackage(folder);
  if (!license) findings.push('package.json names no licence. Add "license", as in "Apache-2.0".');
  if (!engines?.planwright)
    findings.push('package.json does not say which Planwright it is for. Add "engines": { "planwright": ">=0.1.0" }.');
  for (const [file, language] of Object.entries(READMES)) {
    const text = await readFile(path.join(folder, file), 'utf8').catch(() => '');
    const said = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
    if (said.length === 0)
      findings.push(`${file} is not there or says nothing. Say in ${language} what the plugin does and what it needs.`);
  }
  const built = await readFile(path.join(folder, 'dist', MANIFEST_FILE), 'utf8').catch(() => '');
  if (built !== '' && !built.includes(manifest.sha256))
    findings.push('dist/ was built from another source. Run planwright-plugin build.');
  return findings;
}
