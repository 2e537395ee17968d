import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { PlanDefinition } from './plan-definition.js';

/**
 * JSON with the keys of every record in order of their code units, without white space and without `undefined`
 * (RFC 8785 for the values that a definition can hold). Lists keep their order: it has meaning.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((entry) => canonicalJson(entry ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    // Every act and every person of a preview comes through here: no list but that of the keys is made on the way.
    const record = value as Readonly<Record<string, unknown>>;
    let fields = '';
    // Without a comparison `sort` goes by code units.
    for (const key of Object.keys(record).sort()) {
      const entry = record[key];
      if (entry === undefined) continue;
      fields += `${fields === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(entry)}`;
    }
    return `{${fields}}`;
  }
  // JSON already writes numbers in their one shortest form; -0 is 0.
  return JSON.stringify(value) ?? 'null';
}

/**
 * sha-256 (hex) of the canonical form. Key order, layout and formatting do not matter; everything that the document
 * says does. A property that is written out with its default, and an empty optional list, hash unlike an absent one:
 * the hash names a document, not its meaning, so that it never depends on the engine that reads it.
 */
export function contentHash(definition: PlanDefinition): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(definition))));
}
