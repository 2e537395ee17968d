import { inEach, type Text } from '@planwright/schema/words';
import type { ReportBody } from './analysis/report-data.js';
import { SMALLEST_GROUP } from './analysis/share-lines.js';
import { say, sayIn } from './generated/messages.js';
import type { ReportExperiment } from './report-experiment.js';
import type { MethodNote, ReportDesign } from './report-record.js';

/** How the figures of a report came about, in words for the people who answer for them. */
export function methodNotes(
  { scanned, learningTime, ratings }: Pick<ReportBody, 'scanned' | 'learningTime' | 'ratings'>,
  design: ReportDesign,
): MethodNote[] {
  const notes: MethodNote[] = [
    {
      key: 'shares',
      title: say('methodNotes.shares'),
      text: say('methodNotes.countsAddedUp'),
    },
    {
      key: 'outcomes',
      title: say('methodNotes.outcomes'),
      text: design === 'RANDOMISED' ? say('methodNotes.peopleRandomisedCount') : say('methodNotes.meanDifferenceSame'),
    },
    {
      key: 'correlations',
      title: say('methodNotes.correlations'),
      text: say('methodNotes.pairsLookedPearson', { scanned }),
    },
    {
      key: 'mentors',
      title: say('methodNotes.mentors'),
      text: say('methodNotes.feedbackTimeAgainst'),
    },
    {
      key: 'smallGroups',
      title: say('methodNotes.smallGroups'),
      text: say('methodNotes.groupsFewerThan', { fewest: SMALLEST_GROUP }),
    },
  ];
  if (ratings && ratings.length > 0)
    notes.push({
      key: 'ratings',
      title: say('methodNotes.satisfaction'),
      text: say('methodNotes.peopleAgreeWho', { fewest: SMALLEST_GROUP }),
    });
  if (learningTime && learningTime.length > 0)
    notes.push({
      key: 'learningTime',
      title: say('methodNotes.learningTime'),
      text: say('methodNotes.peopleSaidThemselves', { fewest: SMALLEST_GROUP }),
    });
  return notes;
}

/** How the experiment was to be analysed, when its results were opened, and what came afterwards. */
export function experimentNotes({
  method,
  openedAt,
  digest,
  later,
  status,
  decision,
  endReason,
}: ReportExperiment): MethodNote[] {
  const title = say('methodNotes.experiment');
  const parts: Text[] = [];
  if (method) parts.push(say('methodNotes.registeredMethod', { method }));
  if (status === 'STOPPED') parts.push(say('methodNotes.stoppedEarlySo', { endReason: endReason ?? '' }));
  if (openedAt !== null && digest !== null)
    parts.push(say('methodNotes.resultsOpenedFrozen', { openedAt: openedAt.slice(0, 10) }));
  if (later) parts.push(say('methodNotes.oneValue', { count: later.count }));
  if (decision) {
    parts.push(
      say('methodNotes.decided', {
        on: decision.at.slice(0, 10),
        decision: decisionWords(decision),
        reason: decision.reason,
      }),
    );
  }
  if (parts.length === 0) return [];
  const text = inEach((language) => parts.map((part) => part[language]).join(sayIn(language, 'methodNotes.semicolon')));
  return [{ key: 'experiment', title, text }];
}

/** “roll out version 2”, for sentences. */
export function decisionWords({ kind, version }: NonNullable<ReportExperiment['decision']>): Text {
  switch (kind) {
    case 'ROLL_OUT':
      return say('methodNotes.rollOutVersion', { version: version ?? '' });
    case 'KEEP':
      return say('methodNotes.keepVersion', { version: version ?? '' });
    case 'REPEAT':
      return say('methodNotes.repeatExperiment');
    default:
      return kind satisfies never;
  }
}
