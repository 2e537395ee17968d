import { AuthorError, buildPlugin } from '../build/index.js';
import type { Command } from './command.js';
import { compile } from './compiler.js';
import { packageFindings } from './findings/package-findings.js';
import { permissionFindings } from './findings/permission-findings.js';
import { readSources } from './findings/read-sources.js';
import { testFindings } from './findings/test-findings.js';
import { wordFindings } from './findings/word-findings.js';

/** `validate`: everything that a reviewer would ask for, each finding a sentence that says what to do. */
export const validateCommand: Command = async ({ folder, say }) => {
  const { plugin, manifest } = await buildPlugin(folder);
  const sources = await readSources(folder);
  const { code, output } = await compile(folder, ['--noEmit']);
  const findings = [
    ...(code === 0 ? [] : [`The types do not fit:\n${output.trim()}`]),
    ...(await packageFindings(folder, manifest)),
    ...wordFindings(manifest),
    ...permissionFindings(plugin, manifest, sources),
    ...testFindings(manifest, sources),
  ];
  if (findings.length > 0) throw new AuthorError(findings.map((finding) => `– ${finding}`).join('\n'));
  say(`${manifest.id} ${manifest.version} is in order.`);
};
