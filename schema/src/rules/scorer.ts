import type { LocalizedText } from '../text/index.js';

/** What a scorer may know of one person: of one item, or of the whole plan. Scores are 0–100. */
export interface Evidence {
  person: string;
  item?: {
    key: string;
    passMark?: number;
    attempts: AttemptEvidence[];
  };
  /** For plan scorers: each item that applies, with its stored score. */
  items?: { key: string; score?: number; done: boolean; points?: number }[];
}

export interface AttemptEvidence {
  attempt: number;
  score?: number;
  criteria?: { key: string; score: number }[];
}

/** Score of one person, 0–100, and what it was made of. null = nothing to score yet. */
export interface Score {
  person: string;
  score: number | null;
  parts: { id: string; points: number; of: number; why: LocalizedText }[];
}
