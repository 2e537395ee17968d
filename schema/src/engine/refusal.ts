import type { LocalizedText } from '../text/index.js';

export type RefusalCode = 'LOCKED_ITEM' | 'NOT_NOW' | 'ALREADY_REVIEWED' | 'INVALID';

/** Why an act is not recorded. Nothing was changed; the message says what to do next. */
export interface Refusal {
  code: RefusalCode;
  /** The property of the input to fix; empty where the state of things is the reason. */
  path: string[];
  message: LocalizedText;
}

export const refuse = (code: RefusalCode, path: string[], message: LocalizedText): { refusal: Refusal } => ({
  refusal: { code, path, message },
});
