import type { Language } from '@planwright/schema';
import { aboutLearner, ownHeading, peopleTitle, plansTitle, planTitle } from './message-texts.js';

/** One thing that a message says. */
export interface MessageLine {
  /** Occurrences that it stands for. */
  ids: string[];
  learnerId: string;
  learnerName: string;
  own: boolean;
  plan: string;
  text: string;
  hard: boolean;
  at: string;
}

/**
 * Title and text. One thing is a sentence; several are a list; several learners (or the reader and others) are groups with headings.
 * @param total with those that are only counted, for the title
 */
export function messageLayout(
  lines: readonly MessageLine[],
  total: number,
  language: Language,
): { title: string; body: string } {
  const groups = groupBy(lines, (line) => (line.own ? '' : line.learnerId));
  const first = lines[0];
  const title = titleOf(lines, groups.length, total, language);
  if (lines.length === 1 && first) {
    return { title, body: first.own ? first.text : aboutLearner(escaped(first.learnerName), first.text, language) };
  }
  if (groups.length === 1) {
    const plans = groupBy(lines, ({ plan }) => plan);
    const heading = first && !first.own ? `**${escaped(first.learnerName)}**\n` : '';
    if (plans.length === 1) return { title, body: heading + bullets(lines) };
    return {
      title,
      body: plans
        .map(
          (group) =>
            `**${heading === '' ? '' : `${escaped(first?.learnerName ?? '')} · `}${escaped(group[0]?.plan ?? '')}**\n${bullets(group)}`,
        )
        .join('\n\n'),
    };
  }
  const body = groups
    .map((group) => {
      const head = group[0];
      const name = !head || head.own ? ownHeading(language) : escaped(head.learnerName);
      return `**${name}**\n${bullets(group)}`;
    })
    .join('\n\n');
  return { title, body };
}

function titleOf(lines: readonly MessageLine[], groups: number, total: number, language: Language): string {
  const first = lines[0];
  if (!first) return '';
  if (groups > 1) {
    const people = new Set(lines.filter(({ own }) => !own).map(({ learnerId }) => learnerId)).size;
    return people > 1 ? peopleTitle(total, people, language) : plansTitle(total, undefined, language);
  }
  const learner = first.own ? undefined : first.learnerName;
  const onePlan = lines.every(({ plan }) => plan === first.plan);
  return onePlan ? planTitle(first.plan, total, learner, language) : plansTitle(total, learner, language);
}

/** A list; the further lines of an entry stay under it. */
const bullets = (lines: readonly MessageLine[]): string =>
  lines.map(({ text }) => `- ${text.replaceAll('\n', '\n  ')}`).join('\n');

/** A name is no markup. */
const escaped = (name: string): string => name.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ');

/** In the order in which the first of each group comes. */
function groupBy<T>(list: readonly T[], keyOf: (entry: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const entry of list) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.values()];
}
