import type { Language } from '@planwright/schema/text';
import type { Instant, Zone } from '@planwright/schema/time';
import { sayIn } from '../generated/messages.js';
import { type Deadline, deadlineWords } from '../rules/deadline.js';
import { momentWords } from './wording.js';

/** The deadlines as a markdown list, the nearest first. */
export function listOf(deadlines: readonly Deadline[], zone: Zone, language: Language): string {
  return byDate(deadlines)
    .map((deadline) => `- ${deadlineWords(deadline, language)}${dueWords(deadline, zone, language)}`)
    .join('\n');
}

const byDate = (deadlines: readonly Deadline[]): Deadline[] =>
  deadlines.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));

/** `：1月9日（周五）18:00 截止` · `: due Friday, 9 January, 18:00`, and whether the date may still move. */
export function dueWords(
  { dueAt, provisional }: { dueAt: Instant; provisional: boolean },
  zone: Zone,
  language: Language,
): string {
  const moment = momentWords(dueAt, zone, language);
  return sayIn(language, provisional ? 'inWords.dueProvisional' : 'inWords.due', { moment });
}
