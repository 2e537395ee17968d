import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../definition/canonical.js';
import type { Evaluation } from '../engine/evaluation.js';

/**
 * sha-256 (hex) of everything that a person's state says. When time next changes something and which dates wait to be
 * recorded are left out: they tell the ticker what to do, not where the person stands.
 */
export function stateHash({ nextChangeAt: _next, datesToFix: _dates, ...state }: Evaluation): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(state))));
}
