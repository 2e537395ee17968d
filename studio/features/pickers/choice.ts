/** What a picker offers: what is kept, what it is called, and what tells two of the same name apart. */
export interface Choice<Value extends string = string> {
  value: Value;
  label: string;
  about?: string | undefined;
  /** It keeps its name where it is chosen already, and is offered no more. */
  isGone?: boolean;
}

/** More are not drawn: whoever wants one of them types a part of its name. */
export const MOST_SHOWN = 100;

/** Choices that have every word that is typed, in any case; those that begin with it first. */
export function matching<One extends Choice>(choices: readonly One[], typed: string): One[] {
  const asked = typed.trim().toLocaleLowerCase();
  const offered = choices.filter(({ isGone }) => !isGone);
  if (asked === '') return offered;
  const words = asked.split(/\s+/);
  const found = offered.filter(({ label, about = '' }) => {
    const text = `${label} ${about}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
  const begins = ({ label }: One) => label.toLocaleLowerCase().startsWith(asked);
  return [...found.filter(begins), ...found.filter((choice) => !begins(choice))];
}
