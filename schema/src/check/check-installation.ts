import type { PersonEvent } from '../calendar/index.js';
import { type Installation, isCarriedOut, type Problem, problemOf, sentenceStart } from '../definition/index.js';
import { blockOf, deliverableOf, levelsOf } from '../kinds/index.js';
import { anchorOf, type CheckIndex, dateRules, itemPath, nameOf } from './check-index.js';

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
            `没有「${metric}」这个指标，这项结果不会有数据。选一个已有的指标，或先在“指标”里新建它。`,
            `There is no metric “${metric}”, so nothing would be measured. Choose one that exists, or create it under Outcomes first.`,
          ),
        ],
  );
}

function unknownGrants({ definition }: CheckIndex, installation: Installation): Problem[] {
  return (definition.grants ?? []).flatMap((grant, i) =>
    isCarriedOut.grant(grant, installation)
      ? []
      : [
          problemOf(
            'unknown-grant',
            ['grants', String(i)],
            `计划还不能授予权限「${grant}」，学员不会因此得到它。删掉这一项，由管理员另行授权。`,
            `Plans cannot give the right “${grant}” yet: nobody gets it by enrolling. Remove it and let an administrator grant it.`,
          ),
        ],
  );
}

const EVENT_WORDS: Record<PersonEvent, { zh: string; en: string }> = {
  PROMOTED: { zh: '晋升', en: 'a promotion' },
  FIRST_SIGN_IN: { zh: '首次登录', en: 'the first sign-in' },
};

function deadAnchors(index: CheckIndex, installation: Installation): Problem[] {
  return dateRules(index.definition).flatMap(({ rule, path, owner }) => {
    const anchor = anchorOf(rule);
    if (typeof anchor !== 'object' || !('event' in anchor) || isCarriedOut.anchor(anchor, installation)) return [];
    const [name, event] = [nameOf(index, owner), EVENT_WORDS[anchor.event]];
    return [
      problemOf(
        'never-happens',
        path,
        `${name.zh}的日期从${event.zh}算起，但目前没有任何地方记录${event.zh}，这个日期不会出现。改为从开始日或其他项目算起。`,
        `A date of ${name.en} counts from ${event.en}, which nothing records yet, so it never comes. Count from the start or from another item.`,
      ),
    ];
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
          `${name.zh}要走审批流程，但还没有连接能走审批的办公系统，反馈会在系统内进行。改为系统内反馈，或先连接办公系统。`,
          `${sentenceStart(name.en)} asks for an approval process, but no office system is connected that runs one; the review happens in Planwright. Choose that, or connect a system.`,
        ),
      );
    }
    if (deliverable && !isCarriedOut.deliverable(deliverable, installation)) {
      problems.push(
        problemOf(
          'never-happens',
          [...path, 'deliverable'],
          `${name.zh}要交文件，但目前还不能上传文件，学员只能贴链接。改为在线文档或链接。`,
          `${sentenceStart(name.en)} asks for a file, but files cannot be uploaded yet; learners paste a link. Ask for a document or a link.`,
        ),
      );
    }
    return problems;
  });
}
