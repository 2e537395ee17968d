import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../definition/index.js';
import type { Evaluation } from '../engine/index.js';

/**
 * sha-256 (hex) of everything that a person's state says. When time next changes something and which dates wait to be
 * recorded are left out: they tell the ticker what to do, not where the person stands. So is since when a thing has been
 * in hand: it says when to remind.
 */
export function stateHash({ nextChangeAt: _next, datesToFix: _dates, ...evaluation }: Evaluation): string {
  const items = evaluation.items.map(({ inHandSince: _since, ...item }) => ({
    ...item,
    steps: item.steps.map(({ dueKnownFrom: _known, ...step }) => step),
  }));
  const state = { ...evaluation, items };
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(state))));
}
