/** What a device keeps of one link until the answers have arrived, and the bare fact afterwards. */
export interface Kept {
  answers: Readonly<Record<string, number>>;
  /** The last day, to tell later why a link opens nothing any more. */
  closesOn?: string;
  /** The answers were sent, and nobody knows whether they arrived. */
  attempted?: boolean;
  sent?: boolean;
}

export const NOTHING: Kept = { answers: {} };

/** A part of the token that nobody can answer with: what is kept must not be a second way in. */
export const placeOf = (token: string): string => `planwright_survey:${token.slice(0, 12)}`;

/** Reads what a device kept; anything that is not ours counts as nothing. */
export function parseKept(text: string | null): Kept {
  if (!text) return NOTHING;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return NOTHING;
    const given =
      'answers' in value && typeof value.answers === 'object' && value.answers !== null ? value.answers : {};
    const answers = Object.fromEntries(
      Object.entries(given).filter((entry): entry is [string, number] => Number.isInteger(entry[1])),
    );
    return {
      answers,
      ...('closesOn' in value && typeof value.closesOn === 'string' ? { closesOn: value.closesOn } : {}),
      ...('attempted' in value && value.attempted === true ? { attempted: true } : {}),
      ...('sent' in value && value.sent === true ? { sent: true } : {}),
    };
  } catch {
    return NOTHING;
  }
}

/** Answers that fit the questions as they are now, in their order. */
export function fitting(
  questions: readonly { key: string; scale: number }[],
  answers: Kept['answers'],
): { key: string; value: number }[] {
  return questions.flatMap(({ key, scale }) => {
    const value = answers[key];
    return value !== undefined && value >= 1 && value <= scale ? [{ key, value }] : [];
  });
}

/** Why a link opens no form: what this device remembers is all that tells a used link from a closed or a wrong one. */
export type Shut = 'answered' | 'closed' | 'dead';

export function whyShut(kept: Kept, today: string): Shut {
  if (kept.sent || kept.attempted) return 'answered';
  return kept.closesOn !== undefined && today > kept.closesOn ? 'closed' : 'dead';
}

/** Buttons beside each other on a narrow phone, each at least 44 px wide: a long scale takes two even rows. */
export const columnsFor = (scale: number): number => (scale <= 6 ? scale : Math.ceil(scale / 2));
