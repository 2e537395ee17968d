import type { PluginManifest } from '../../manifest.js';

const LANGUAGES = ['zh-CN', 'en'];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const lacks = (text: unknown): string[] =>
  LANGUAGES.filter((language) => !isRecord(text) || typeof text[language] !== 'string' || text[language].trim() === '');

/** Titles and hints that a person reads, in both languages. */
export function wordFindings(manifest: PluginManifest): string[] {
  const findings: string[] = [];
  const look = (text: unknown, what: string): void => {
    const missing = lacks(text);
    if (missing.length > 0)
      findings.push(`${what} has no text in ${missing.join(' and ')}. Write it as { 'zh-CN': …, en: … }.`);
  };
  look(manifest.title, 'The title of the plugin');
  look(manifest.description, 'The description of the plugin');
  for (const { kind, key, title, configSchema } of manifest.contributes) {
    const name = `${kind.toLowerCase().replace('_', ' ')} ${key}`;
    look(title, `The title of ${name}`);
    lookAtFields(configSchema, name, look);
  }
  lookAtFields(manifest.configSchema, 'config', look);
  return findings;
}

function lookAtFields(
  schema: Record<string, unknown>,
  where: string,
  look: (text: unknown, what: string) => void,
): void {
  if (!isRecord(schema.properties)) return;
  for (const [name, field] of Object.entries(schema.properties)) {
    if (!isRecord(field)) continue;
    look(field.title, `The title of the setting ${where}.${name}`);
    if (field.description !== undefined) look(field.description, `The hint of the setting ${where}.${name}`);
    lookAtFields(field, `${where}.${name}`, look);
  }
}
