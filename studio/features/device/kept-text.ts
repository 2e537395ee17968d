/** Names the proof that a text is kept somewhere: only the makers below can give it. */
declare const KEPT: unique symbol;

/** A text that outlives its form, for `LongText`. */
export interface KeptText {
  readonly [KEPT]: true;
  value: string;
  set: (text: string) => void;
  /** When it was typed, if that was before this form was opened; and the way to throw it away. */
  since?: string | undefined;
  discard?: () => void;
}

/** A text that its page keeps: the designer in its journal, a form in its own entry on the device. */
export const keptBy = (_keeper: 'journal' | 'device', text: Omit<KeptText, typeof KEPT>): KeptText => text as KeptText;
