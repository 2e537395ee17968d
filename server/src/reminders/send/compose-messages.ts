import { createHash } from 'node:crypto';
import { textIn } from '@planwright/schema/text';
import { globalId } from '../../access/graphql/index.js';
import type { Route } from '../deliver/routes.js';
import { type LogicalChannel, stableId } from '../engine/occurrence.js';
import type { NoticeWords } from '../notices/notice.js';
import type { Recipient, Subjects } from '../plan/subjects.js';
import { deliveryKey } from './budget.js';
import type { DueNotice, NeededOccurrence } from './due.js';
import { type ComposedMessage, composeDigest, type MessagePart } from './message.js';
import { sameAgain } from './message-texts.js';
import { varyText } from './vary-text.js';

export interface MessageToSend extends ComposedMessage {
  key: string;
  personId: string;
  channel: LogicalChannel;
  /** What it tells: occurrences, or one notice. */
  occurrences: NeededOccurrence[];
  notice?: DueNotice;
  /** Not in the list of messages. */
  hidden: boolean;
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
      channel: inIt[0]?.channel ?? 'inbox',
      hidden: false,
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

/** The message that tells one notice, in words that the person has not had today on this route. */
export function composeNotice(
  notice: DueNotice,
  words: NoticeWords,
  { id: personId, language }: Recipient,
  route: Route,
  channel: LogicalChannel,
  taken: Set<string>,
): MessageToSend {
  const title = textIn(words.title, language);
  const message = varyText((variation) => {
    const closing = variation === 1 ? '' : `\n\n${sameAgain(variation, language)}`;
    const markdown = `${textIn(words.text, language)}${closing}`;
    const hash = createHash('sha256').update(`${title}\n${markdown}`).digest('hex');
    return { title, markdown, hash, language, stated: [notice.id], counted: [], left: [] };
  }, taken);
  taken.add(message.hash);
  const key = stableId(JSON.stringify(['notice', notice.id, route.key]));
  return { ...message, key, personId, channel, occurrences: [], notice, hidden: words.private, link: words.link };
}

function partOf(occurrence: NeededOccurrence, person: Recipient, { byEnrolment }: Subjects): MessagePart[] {
  const subject = byEnrolment.get(occurrence.enrolmentId);
  if (!subject) return [];
  const { learnerId, learnerName, definition } = subject;
  const { id, about, hard, at } = occurrence;
  return [{ id, learnerId, learnerName, own: learnerId === person.id, plan: definition.title, about, hard, at }];
}

function linkOf(person: Recipient, occurrences: readonly NeededOccurrence[], { byEnrolment }: Subjects): string {
  const enrolments = [...new Set(occurrences.map(({ enrolmentId }) => enrolmentId))];
  if (enrolments.every((id) => byEnrolment.get(id)?.learnerId === person.id)) return '/my-plan';
  const [only, second] = enrolments;
  return only !== undefined && second === undefined ? `/enrolments/${globalId('Enrolment', only)}` : '/';
}
