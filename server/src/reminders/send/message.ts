import { createHash } from 'node:crypto';
import { type Language, type LocalizedText, textIn } from '@planwright/schema/text';
import { byteLength, cutToBytes, plainWords } from './fit-bytes.js';
import { type MessageLine, messageLayout } from './message-layout.js';
import { moreLine, sameAgain } from './message-texts.js';

/** One occurrence as its message needs it. */
export interface MessagePart {
  /** Of the occurrence. */
  id: string;
  /** The learner it is about. */
  learnerId: string;
  learnerName: string;
  /** The reader is the learner. */
  own: boolean;
  plan: LocalizedText;
  about: LocalizedText;
  hard: boolean;
  at: string;
}

export interface ComposedMessage {
  title: string;
  /** Markdown without HTML. */
  markdown: string;
  language: Language;
  /** SHA-256 of title and text, hex: what channels that drop equal content compare. */
  hash: string;
  /** Occurrences that the text names. */
  stated: string[];
  /** Occurrences that are only counted (“3 more”), for want of bytes; no deadline is among them. */
  counted: string[];
  /** Deadlines for which there was no room: they need a message of their own, at once. */
  left: string[];
}

export interface MessageOptions {
  language: Language;
  /** Budget of title and text together, in bytes of UTF-8; absent = no limit. */
  bytes?: number;
  /** 1 = as it is; n = the n-th message with these words today, and saying so. */
  variation?: number;
}

/**
 * One message out of the occurrences of one person, in their language: deadlines first, grouped by learner where they are about others,
 * equal sentences about one learner once. What does not fit is counted; at least one part is always stated.
 * @throws RangeError without parts
 */
export function composeDigest(parts: readonly MessagePart[], options: MessageOptions): ComposedMessage {
  if (parts.length === 0) throw new RangeError('A message needs something to say');
  const { language, bytes, variation = 1 } = options;
  const lines = messageLines(parts, language);
  const closing = variation > 1 ? sameAgain(variation, language) : undefined;
  const whole = render(lines, [], closing, language);
  if (bytes === undefined || sizeOf(whole) <= bytes) return finish(whole, lines, [], [], language);

  // Deadlines come first, so that what falls off the end is what may be counted.
  for (let keep = lines.length - 1; keep >= 1; keep--) {
    const [stated, rest] = [lines.slice(0, keep), lines.slice(keep)];
    const counted = rest.filter(({ hard }) => !hard);
    const left = rest.filter(({ hard }) => hard);
    const text = render(stated, counted, closing, language);
    if (sizeOf(text) <= bytes) return finish(text, stated, counted, left, language);
  }
  return tight(lines, bytes, closing, language);
}

/** Not even one whole line fits: its words, cut. */
function tight(lines: MessageLine[], bytes: number, closing: string | undefined, language: Language): ComposedMessage {
  const [first, ...rest] = lines as [MessageLine, ...MessageLine[]];
  const counted = rest.filter(({ hard }) => !hard);
  const left = rest.filter(({ hard }) => hard);
  const { title, markdown } = render([first], counted, closing, language);
  const tail = closing === undefined ? '' : `\n\n${closing}`;
  const shortTitle = cutToBytes(title, Math.floor(bytes / 4));
  const room = bytes - byteLength(shortTitle) - 1;
  // What tells equal messages apart has to survive the cut.
  const fitting = byteLength(tail) < room ? tail : '';
  const body = fitting === '' ? markdown : markdown.slice(0, markdown.length - tail.length);
  const text = { title: shortTitle, markdown: `${cutToBytes(plainWords(body), room - byteLength(fitting))}${fitting}` };
  return finish(text, [first], counted, left, language);
}

interface Text {
  title: string;
  markdown: string;
}

const sizeOf = ({ title, markdown }: Text): number => byteLength(title) + 1 + byteLength(markdown);

function render(
  stated: readonly MessageLine[],
  counted: readonly MessageLine[],
  closing: string | undefined,
  language: Language,
): Text {
  const { title, body } = messageLayout(stated, stated.length + counted.length, language);
  const tail = [counted.length > 0 ? moreLine(counted.length, language) : undefined, closing];
  return { title, markdown: [body, ...tail.filter((line) => line !== undefined)].join('\n\n') };
}

function finish(
  text: Text,
  stated: readonly MessageLine[],
  counted: readonly MessageLine[],
  left: readonly MessageLine[],
  language: Language,
): ComposedMessage {
  const ids = (lines: readonly MessageLine[]): string[] => lines.flatMap((line) => line.ids);
  const hash = createHash('sha256').update(`${text.title}\n${text.markdown}`).digest('hex');
  return { ...text, language, hash, stated: ids(stated), counted: ids(counted), left: ids(left) };
}

/** A line for each thing said; the same said twice about one learner (two channels on one route, say) is one line. */
function messageLines(parts: readonly MessagePart[], language: Language): MessageLine[] {
  const lines = new Map<string, MessageLine>();
  for (const part of parts) {
    const text = textIn(part.about, language).trim();
    const plan = textIn(part.plan, language);
    const key = JSON.stringify([part.learnerId, part.own, plan, text]);
    const line = lines.get(key);
    if (line) {
      line.ids.push(part.id);
      line.hard ||= part.hard;
    } else {
      const { learnerId, learnerName, own, hard, at } = part;
      lines.set(key, { ids: [part.id], learnerId, learnerName, own, plan, text, hard, at });
    }
  }
  // Sorted by what is the same in every process, so that a message composed again has the same words.
  return [...lines.values()].sort(
    (a, b) =>
      Number(b.hard) - Number(a.hard) ||
      compare(a.at, b.at) ||
      compare(a.learnerId, b.learnerId) ||
      compare(a.plan, b.plan) ||
      compare(a.text, b.text),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
