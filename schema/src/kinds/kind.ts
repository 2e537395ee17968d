import type { DateRule } from '../calendar/index.js';
import type { Language, LocalizedText } from '../text/index.js';
import type { LinkResult } from './link-result.js';
import type { ReviewerRole } from './shared.js';
import type { Survey } from './survey.js';
import type { PartnerRequest, Step, Task } from './task.js';

/** Words in Chinese and English. */
export type Words = Readonly<Record<Language, string>>;

export type NamedResult = Extract<LinkResult, string>;

/** An act that brings an item to its end. */
export type ClosingAct = 'COMPLETE' | 'SUBMIT' | 'SCORE';

/** Whoever reviews at one level, in which time. */
export interface ReviewLevel {
  by: ReviewerRole;
  mode?: 'ANY' | 'ALL' | undefined;
  /** ISO 8601 duration; absent = no limit. */
  within?: string | undefined;
  clock?: 'HOURS' | 'WORKING_HOURS' | undefined;
  via?: 'IN_APP' | 'APPROVAL' | undefined;
}

/**
 * A score that decides. ATTEMPTS: passed from the mark on, failed when the attempts are used up. REACHING: completed as soon as
 * the mark is reached, and never failed.
 */
export type Judgement =
  | { by: 'ATTEMPTS'; mark: number; attempts?: number | undefined }
  | { by: 'REACHING'; mark: number };

/** Things with keys of their own inside an item: steps, questions. */
export interface KeyedList {
  /** From the item: `['task', 'steps']`. */
  path: readonly [block: string, list: string];
  /** What one of them is called. */
  word: Words;
  /** Absent in the document = undefined. */
  entries: readonly KeyedEntry[] | undefined;
  /** Where the text of an entry stands: `title`, `text`. */
  textIn: string;
}

export interface KeyedEntry {
  key: string;
  text: LocalizedText;
  due?: DateRule | undefined;
  /** Steps of the scale on which it is answered. */
  scale?: number | undefined;
}

/** What random plans are made from, for the property tests. */
export interface Sample {
  passMark: number;
  attempts: number | undefined;
  review: boolean;
  steps: number;
  minScore: boolean;
}

/**
 * Everything that the rest of the product asks about a kind of item. What a kind leaves out it does not have. A kind is one file
 * that makes such an object, and one line in `index.ts`.
 *
 * @typeParam I the item as the document has it
 * @typeParam Block the property that carries what is the kind's own
 */
export interface Kind<I = never, Block = unknown> {
  /** What it is called within a sentence. */
  name: Words;
  /** A sentence or two for those who read the API. */
  about: string;
  /** What a new one is called until somebody names it. */
  placeholder: Words;
  /** Which figures of a report it belongs to. */
  family: 'LEARNING' | 'WORK';
  /** The acts that bring it to its end in the usual case, and what somebody is told who tries another. */
  closedBy(item: I): ClosingAct;
  /** Why COMPLETE is refused; undefined where it is not. `own` = by the learner. */
  notCompletable?(item: I, own: boolean): Words | undefined;
  /** It may be given a score at all. */
  isScored: boolean;
  /** A score is given to what was handed in, so there has to be something. */
  scoresSubmissions?: boolean;
  /** Of several scores the best counts; else the latest. */
  bestCounts?: boolean;
  /** A score that decides. */
  judgement?(item: I): Judgement | undefined;
  /** What can come of it; whatever is done counts as submitted. */
  results(item: I): readonly NamedResult[];
  /** An event from outside completes it. */
  isExternal?(item: I): boolean;
  /** Another system, or other people, report that it is done. */
  isReported?(item: I): boolean;
  /** What is to be handed in. */
  deliverable?(item: I): Task['deliverable'];
  steps?(item: I): readonly Step[] | undefined;
  /** The same with other steps; undefined takes the list out of the document. */
  withSteps?(item: I, steps: readonly Step[] | undefined): I;
  lists?(item: I): readonly KeyedList[];
  /** Who looks at what was handed in, one level after the other. */
  levels?(item: I): readonly ReviewLevel[];
  /** Partners that it asks for, by department or job. */
  partnerRequests?(item: I): readonly PartnerRequest[];
  /** Questions that people answer about the learner. */
  survey?(item: I): Survey;
  /** How many people may share it, the learner not counted. */
  partners?(item: I): number;
  /** Working time that the kind itself says, in minutes. */
  ownMinutes?(item: I): number | undefined;
  /** Where it happens outside of Planwright. */
  url?(item: I): string | undefined;
  /** Learners study it by themselves. */
  isStudied?: boolean;
  /** Learner and mentor meet. */
  isMeeting?: boolean;
  /** The block of a new one, valid from its first moment. `question` = the first question of a survey. */
  fresh(question: LocalizedText): Block;
  /** The block of one in a random plan. */
  sample(from: Sample): Block;
}
