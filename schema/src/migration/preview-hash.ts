import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../definition/index.js';
import type { MigrationEffect } from './effect.js';

/**
 * sha-256 (hex) of what a preview showed, person by person. A run asks for it, so that what happens is what was seen. The
 * events themselves are left out: they carry the time of the preview, and a run comes later.
 */
export function previewHash(effects: readonly MigrationEffect[]): string {
  const shown = effects.map(({ event: _event, stateAfter: _state, ...rest }) => rest);
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(shown))));
}
