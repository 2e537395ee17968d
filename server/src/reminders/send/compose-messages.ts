import type { LocalizedText } from '@planwright/schema/text';
import { globalId } from '../../access/graphql/global-id.js';
import type { Route } from '../deliver/routes.js';
import type { OccurrenceRow } from '../plan/occurrence-rows.js';
import type { Recipient, Subjects } from '../plan/subjects.js';
import { deliveryKey } from './budget.js';
import { type ComposedMessage, composeDigest, type MessagePart } from './message.js';
import { varyText } from './vary-text.js';

/** An occurrence with what it says now. */
export type NeededOccurrence = OccurrenceRow & { about: LocalizedText };

export interface MessageToSend extends ComposedMessage {
  key: string;
  personId: string;
  occurrences: NeededOccurrence[];
  /** Where the reader goes, from the studio's root. */
  link: string;
}

/**
 * The messages of one person on one route: one, or more where the channel's budget of bytes has no room for all deadlines. Words that
 * the person got today on this route are varied.
 * @param taken hashes of today; grows by what is composed
 */
export function composeMessages(
  person: Recipient,
  route: Route,
  occurrences: readonly NeededOccurrence[],
  subjects: Subjects,
  { bytes, taken }: { bytes?: number | undefined; taken: Set<string> },
): MessageToSend[] {
  const messages: MessageToSend[] = [];
  let waiting = [...occurrences];
  while (waiting.length > 0) {
    const parts = waiting.flatMap((occurrence) => partOf(occurrence, person, subjects));
    if (parts.length === 0) break;
    const message = varyText(
      (variation) =>
        composeDigest(parts, { language: person.language, variation, ...(bytes === undefined ? {} : { bytes }) }),
      taken,
    );
    taken.add(message.hash);
    const left = new Set(message.left);
    const inIt = waiting.filter(({ id }) => !left.has(id));
    messages.push({
      ...message,
      key: deliveryKey({ personId: person.id, route: route.key, occurrences: inIt }),
      personId: person.id,
      occurrences: inIt,
      link: linkOf(person, inIt, subjects),
    });
    // Each message states one thing at least, so this ends.
    waiting = waiting.filter(({ id }) => left.has(id));
  }
  return messages;
}

function partOf(occurrence: NeededOccurrence, person: Recipient, { byEnrolment }: Subjects): MessagePart[] {
  const subject = byEnrolment.get(occurrence.enrolmentId);
  if (!subject) return [];
  const { learnerId, learnerName, definition } = subject;
  const { id, about, hard, at } = occurrence;
  return [{ id, learnerId, learnerName, own: learnerId === person.id, plan: definition.title, about, hard, at }];
}

function linkOf(person: Recipient, occurrences: readonly OccurrenceRow[], { byEnrolment }: Subjects): string {
  const enrolments = [...new Set(occurrences.map(({ enrolmentId }) => enrolmentId))];
  if (enrolments.every((id) => byEnrolment.get(id)?.learnerId === person.id)) return '/my-plan';
  const [only, second] = enrolments;
  return only !== undefined && second === undefined ? `/enrolments/${globalId('Enrolment', only)}` : '/';
}
