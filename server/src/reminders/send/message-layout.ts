import type { Language } from '@planwright/schema/text';
import { cutToBytes, plainWords } from './fit-bytes.js';
import { aboutLearner, ownHeading, peopleTitle, titleWithMore } from './message-texts.js';

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
    const text = first.own ? first.text : aboutLearner(escaped(first.learnerName), first.text, language);
    return { title, body: withPlan(text, first.plan) };
  }
  if (groups.length === 1) {
    const plans = groupBy(lines, ({ plan }) => plan);
    const heading = first && !first.own ? `**${escaped(first.learnerName)}**\n` : '';
    if (plans.length === 1) return { title, body: withPlan(heading + bullets(lines), first?.plan ?? '') };
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

/** What a list of messages shows: the first thing said, not the plan, which is the same every week. */
function titleOf(lines: readonly MessageLine[], groups: number, total: number, language: Language): string {
  const first = lines[0];
  if (!first) return '';
  const people = new Set(lines.filter(({ own }) => !own).map(({ learnerId }) => learnerId)).size;
  if (groups > 1 && people > 1) return peopleTitle(total, people, language);
  const said = headline(first.text) || first.plan;
  return titleWithMore(first.own ? said : aboutLearner(first.learnerName, said, language), total - 1, language);
}

const TITLE_BYTES = 120;

/** The first line of a text as a title. */
const headline = (text: string): string =>
  cutToBytes(
    plainWords(text.trim().split('\n', 1)[0] ?? '')
      .trim()
      .replace(/[.。：:]$/, ''),
    TITLE_BYTES,
  );

const withPlan = (body: string, plan: string): string => `${body}\n\n${escaped(plan)}`;

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
