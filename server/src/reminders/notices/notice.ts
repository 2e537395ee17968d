import type { LocalizedText } from '@planwright/schema/text';
import type { Instant } from '@planwright/schema/time';
import type { Sql } from '../../database/index.js';

/** A message to one person that no rule of a plan asked for: its cause, its subject and its time. */
export interface NewNotice {
  source: string;
  /** What it is about, within its source. */
  subjectId: string;
  /** `invitation`, `reminder-1`: each step of a subject reaches a person once. */
  step: string;
  recipientId: string;
  at: Instant;
  deliverAt: Instant;
  /** From then on it is pointless. */
  expiresAt: Instant;
}

export interface Notice extends NewNotice {
  id: string;
}

/** What a notice says at the moment at which it goes out. */
export interface NoticeWords {
  title: LocalizedText;
  /** Markdown without HTML. */
  text: LocalizedText;
  /** Where somebody who is signed in goes, from the studio's root. */
  link: string;
  /** That it was sent would tell something that nobody but the recipient may know. */
  private: boolean;
}

/** A room that sends notices. */
export interface NoticeSource {
  /** By id of the notice; whoever is left out does not need it any more. As worker, inside the transaction that writes the message. */
  words(sql: Sql, notices: readonly Notice[], now: Instant): Promise<Map<string, NoticeWords>>;
  /**
   * Where somebody goes who has no account, for the message with this key: always the same for the same key, because channels drop
   * equal content. undefined = the link of the words.
   */
  outsideLink(deliveryKey: string, notice: Notice): Promise<string | undefined>;
  /**
   * By id of the notice: the address that it goes to, whatever the person is known by. A source that has this writes letters: they leave at
   * once, whatever the hour and the day's budget, and by the integration for system mail alone.
   */
  addresses?(sql: Sql, notices: readonly Notice[]): Promise<Map<string, string>>;
}

/** Sources by name. */
export type NoticeSources = Readonly<Record<string, NoticeSource>>;

/** The sources that write letters. */
export const letterSources = (sources: NoticeSources): string[] =>
  Object.entries(sources).flatMap(([name, source]) => (source.addresses ? [name] : []));
