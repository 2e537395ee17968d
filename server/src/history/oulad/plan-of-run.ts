import type { PlanDefinition } from '@planwright/schema/definition';
import type { Item } from '@planwright/schema/kinds';
import { definitionToYaml } from '@planwright/schema/yaml';
import type { OuladAssessment } from './oulad-rows.js';

/** Of 100: what a pass takes at the Open University. */
const PASS_MARK = 40;
/** What counts as a difference that matters: five of 100 points, and one person of twenty. */
export const SMALLEST_EFFECTS = { score: 5, passed: 0.05 };

export interface RunPlan {
  definition: PlanDefinition;
  yaml: string;
  /** Key of the item by the assessment's id. */
  keys: Map<string, string>;
}

/**
 * One presentation of a module as a version of its plan: each assessment an item that is due on its day. Items are counted
 * by kind in the order of their days, so that the third tutor-marked assignment is the same item in every presentation.
 */
export function planOfRun(module: string, length: number, assessments: readonly OuladAssessment[]): RunPlan {
  const keys = new Map<string, string>();
  const counts = { TMA: 0, CMA: 0, Exam: 0 };
  const inOrder = [...assessments].sort(
    (a, b) => (a.day ?? length) - (b.day ?? length) || a.type.localeCompare(b.type) || a.id.localeCompare(b.id),
  );
  const weights: Record<string, number> = {};
  const items = inOrder.map((assessment): Item => {
    const { type, day, weight } = assessment;
    counts[type] += 1;
    const key = `${type.toLowerCase()}-${counts[type]}`;
    keys.set(assessment.id, key);
    if (type !== 'Exam' && weight > 0) weights[key] = weight;
    const due = { anchor: 'START' as const, offset: day ?? length, unit: 'DAY' as const };
    const common = { key, requirement: 'REQUIRED' as const, due };
    if (type === 'Exam')
      return {
        ...common,
        kind: 'ASSESSMENT',
        title: { en: 'Exam', 'zh-CN': '期末考试' },
        assessment: { passMark: PASS_MARK },
      };
    const n = counts[type];
    const title =
      type === 'TMA'
        ? { en: `Tutor-marked assignment ${n}`, 'zh-CN': `导师批改作业 ${n}` }
        : { en: `Computer-marked assignment ${n}`, 'zh-CN': `机批作业 ${n}` };
    return { ...common, kind: 'TASK', title, task: { deliverable: 'NONE' } };
  });
  const prefix = module.toLowerCase();
  const definition: PlanDefinition = {
    format: 'planwright/1',
    key: `oulad-${prefix}`,
    title: { en: `Open University module ${module}`, 'zh-CN': `英国公开大学 ${module} 课程` },
    description: {
      en: 'From the Open University Learning Analytics Dataset (Kuzilek, Hlosta, Zdrahal 2017), CC BY 4.0.',
      'zh-CN': '数据来自 Open University Learning Analytics Dataset（Kuzilek、Hlosta、Zdrahal，2017），CC BY 4.0。',
    },
    stages: [{ key: 'presentation', title: { en: 'Presentation', 'zh-CN': '开课期' }, items }],
    ...(Object.keys(weights).length === 0 ? {} : { scoring: { use: 'core/weighted', with: { weights } } }),
    outcomes: [
      { metric: `${prefix}-score`, smallestEffect: SMALLEST_EFFECTS.score },
      { metric: `${prefix}-passed`, smallestEffect: SMALLEST_EFFECTS.passed },
    ],
  };
  return { definition, yaml: definitionToYaml(definition), keys };
}
