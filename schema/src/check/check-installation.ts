import { type PersonEvent } from '../calendar/index.js';
import { type Installation, isCarriedOut, type Problem, problemOf, sentenceStart } from '../definition/index.js';
import { blockOf, deliverableOf, levelsOf } from '../kinds/index.js';
import { type Text } from '../words/index.js';
import { anchorOf, type CheckIndex, dateRules, itemPath, nameOf } from './check-index.js';
import { say } from './generated/messages.js';

/** `unknown-metric`, `unknown-grant` and `never-happens`: what the plan asks for and this installation does not do. */
export function installationProblems(index: CheckIndex, installation: Installation): Problem[] {
  return [
    ...unknownMetrics(index, installation),
    ...unknownGrants(index, installation),
    ...deadAnchors(index, installation),
    ...tasksBeyond(index, installation),
  ];
}

function unknownMetrics({ definition }: CheckIndex, { metrics }: Installation): Problem[] {
  if (!metrics) return [];
  return (definition.outcomes ?? []).flatMap(({ metric }, i) =>
    metrics.includes(metric)
      ? []
      : [
          problemOf(
            'unknown-metric',
            ['outcomes', String(i), 'metric'],
            say('checkInstallation.thereNoMetric', { metric }),
          ),
        ],
  );
}

function unknownGrants({ definition }: CheckIndex, installation: Installation): Problem[] {
  return (definition.grants ?? []).flatMap((grant, i) =>
    isCarriedOut.grant(grant, installation)
      ? []
      : [problemOf('unknown-grant', ['grants', String(i)], say('checkInstallation.plansCannotGive', { grant }))],
  );
}

const EVENT_WORDS: Record<PersonEvent, Text> = {
  PROMOTED: say('checkInstallation.PROMOTED'),
  FIRST_SIGN_IN: say('checkInstallation.FIRST_SIGN_IN'),
};

function deadAnchors(index: CheckIndex, installation: Installation): Problem[] {
  return dateRules(index.definition).flatMap(({ rule, path, owner }) => {
    const anchor = anchorOf(rule);
    if (typeof anchor !== 'object' || !('event' in anchor) || isCarriedOut.anchor(anchor, installation)) return [];
    const [name, event] = [nameOf(index, owner), EVENT_WORDS[anchor.event]];
    return [problemOf('never-happens', path, say('checkInstallation.dateCountsFrom', { name, event }))];
  });
}

function tasksBeyond(index: CheckIndex, installation: Installation): Problem[] {
  return [...index.items.values()].flatMap((placed) => {
    const { item } = placed;
    const path = [...itemPath(placed), blockOf(item)];
    const routes = levelsOf(item).flatMap(({ via }) => via ?? []);
    const deliverable = deliverableOf(item);
    const name = nameOf(index, item.key);
    const problems: Problem[] = [];
    if (routes.some((via) => !isCarriedOut.via(via, installation))) {
      problems.push(
        problemOf(
          'never-happens',
          [...path, 'review', 'via'],
          say('checkInstallation.asksApprovalProcess', { name: sentenceStart(name) }),
        ),
      );
    }
    if (deliverable && !isCarriedOut.deliverable(deliverable, installation)) {
      problems.push(
        problemOf(
          'never-happens',
          [...path, 'deliverable'],
          say('checkInstallation.asksFileBut', { name: sentenceStart(name) }),
        ),
      );
    }
    return problems;
  });
}
