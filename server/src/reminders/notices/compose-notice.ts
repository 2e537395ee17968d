import { createHash } from 'node:crypto';
import { textIn } from '@planwright/schema/text';
import { stableId } from '../engine/index.js';
import type { Recipient } from '../plan/subjects.js';
import { sameAgain } from '../send/message-texts.js';
import { varyText } from '../send/vary-text.js';
import type { NewDelivery } from '../send/write-deliveries.js';
import type { Notice, NoticeWords } from './notice.js';
import type { NoticeWay } from './notice-ways.js';

/** A message that tells one notice. */
export interface NoticeMessage extends NewDelivery {
  notice: Notice;
  /** Not in the list of messages. */
  hidden: boolean;
}

/** In the recipient's language, in words that they have not had today on this route. @param taken grows by what is composed */
export function composeNotice(
  notice: Notice,
  words: NoticeWords,
  { id: personId, language }: Pick<Recipient, 'id' | 'language'>,
  way: NoticeWay,
  taken: Set<string>,
): NoticeMessage {
  const title = textIn(words.title, language);
  const message = varyText((variation) => {
    const closing = variation === 1 ? '' : `\n\n${sameAgain(variation, language)}`;
    const markdown = `${textIn(words.text, language)}${closing}`;
    const hash = createHash('sha256').update(`${title}\n${markdown}`).digest('hex');
    return { title, markdown, hash, language, stated: [notice.id], counted: [], left: [] };
  }, taken);
  taken.add(message.hash);
  return {
    ...message,
    id: crypto.randomUUID(),
    key: stableId(JSON.stringify(['notice', notice.id, way.route.key])),
    personId,
    channel: way.logical,
    occurrences: [],
    link: words.link,
    notice,
    hidden: words.private,
  };
}
