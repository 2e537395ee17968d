import type { PluginManifest } from '../../manifest.js';
import type { Source } from './read-sources.js';

const KIT = {
  CONNECTOR: 'testConnector',
  CHANNEL: 'testChannel',
  INBOUND: 'testInbound',
  REMINDER_RULE: 'testReminderRule',
  SCORER: 'testScorer',
};

/** Every contribution is held against the kit by some test. */
export function testFindings(manifest: PluginManifest, sources: readonly Source[]): string[] {
  const tests = sources.filter(({ isTest }) => isTest).map(({ text }) => text);
  return manifest.contributes.flatMap(({ kind, key }) => {
    const call = new RegExp(`\\b${KIT[kind]}\\(\\s*[\\w.]+,\\s*(['"\`]${key}['"\`]|\\w+\\b(?!['"\`]))`);
    return tests.some((text) => call.test(text))
      ? []
      : [`No test holds ${key} against the kit. Add ${KIT[kind]}(plugin, '${key}', …) to a test file.`];
  });
}
