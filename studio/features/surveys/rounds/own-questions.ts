export interface OwnQuestion {
  /** Tells rows apart while they are written. */
  id: number;
  text: string;
  scale: number;
}

export const MOST_QUESTIONS = 50;

/** The questions as they are sent: those with words, with keys by their order. */
export const toSend = (questions: readonly OwnQuestion[]): { key: string; text: string; scale: number }[] =>
  questions
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, scale }, index) => ({ key: `q${index + 1}`, text: text.trim(), scale }));

/** Another empty question, with the scale of the last one. */
export const withOneMore = (questions: readonly OwnQuestion[]): OwnQuestion[] => [
  ...questions,
  { id: Math.max(0, ...questions.map(({ id }) => id)) + 1, text: '', scale: questions.at(-1)?.scale ?? 5 },
];
