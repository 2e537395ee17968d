import type { LocalizedText } from '@planwright/schema/text';
import type { AllocationUnit, EstimateLine } from './experiment-data.js';
import { signed, withUnit } from './numbers-in-words.js';

/** How many units were in the two groups, and of how many something was measured; reference first. */
export interface GroupSizes {
  unit: AllocationUnit;
  all: readonly [number, number];
  measured: readonly [number, number];
}

/** Why nothing can be said. Each cause has a sentence of its own: HR acts on it. */
export type CannotTell =
  | 'FEW_PEOPLE'
  | 'FEW_OUTCOMES'
  | 'NO_RESULT_COULD'
  | 'SAME_VALUE'
  | 'NO_SPREAD'
  | 'ONE_DECIDES'
  | 'NO_WIDTH'
  | 'NO_INTERVAL'
  | 'WIDE';

const FEWEST = 4;

/** The cause of TOO_FEW: fewer people than it takes, or fewer outcomes than people. */
export function causeOfTooFew({ all, measured }: GroupSizes): CannotTell {
  if (Math.min(...all) < FEWEST) return 'FEW_PEOPLE';
  return Math.min(...measured) < FEWEST ? 'FEW_OUTCOMES' : 'NO_RESULT_COULD';
}

/** The cause of INCONCLUSIVE: no interval, one that says nothing, or one that is too wide. */
export function causeOfInconclusive({ estimate, low, high, reason }: EstimateLine): CannotTell {
  if (low !== null && high !== null) return high > low ? 'WIDE' : 'NO_WIDTH';
  switch (reason) {
    case 'constant':
      return estimate === 0 ? 'SAME_VALUE' : 'NO_SPREAD';
    case 'separated':
      return 'ONE_DECIDES';
    default:
      return 'NO_INTERVAL';
  }
}

const UNITS: Record<AllocationUnit, { zh: string; en: string }> = {
  PERSON: { zh: '人', en: 'people' },
  MENTOR: { zh: '位导师', en: 'mentors' },
  DEPARTMENT: { zh: '个部门', en: 'departments' },
};

export function cannotTell(
  cause: CannotTell,
  of: { title: { zh: string; en: string }; metricUnit: string | null; primary: EstimateLine; sizes: GroupSizes },
): LocalizedText {
  const { title, sizes, primary } = of;
  const { zh, en } = UNITS[sizes.unit];
  const [all, measured] = [sizes.all.join(' + '), sizes.measured.join(' + ')];
  switch (cause) {
    case 'FEW_PEOPLE':
      return {
        'zh-CN': `人数太少，无法判断：各组只有 ${all} ${zh}，每组至少要 ${FEWEST} ${zh}`,
        en: `Too few to judge: there are ${all} ${en}, and each version needs at least ${FEWEST}`,
      };
    case 'FEW_OUTCOMES':
      return {
        'zh-CN': `有结果的人太少，无法判断：各组 ${all} ${zh}中只有 ${measured} ${zh}有「${title.zh}」的结果，每组至少要 ${FEWEST} ${zh}`,
        en: `Too few outcomes to judge: of ${all} ${en} only ${measured} have an outcome of ${title.en}, and each version needs at least ${FEWEST}`,
      };
    case 'NO_RESULT_COULD':
      return {
        'zh-CN': `人数太少，无法判断：${measured} ${zh}有结果，版本这么多时，不论结果如何都可能是巧合`,
        en: `Too few to judge: ${measured} ${en} have an outcome, and with this many versions no result could be told from chance`,
      };
    case 'SAME_VALUE':
      return {
        'zh-CN': `无法比较：所有人的「${title.zh}」数值相同`,
        en: `Nothing to compare: everybody has the same value of ${title.en}`,
      };
    case 'NO_SPREAD':
      return {
        'zh-CN': `尚不能判断：同一版本的人「${title.zh}」数值没有差别，给不出区间；检查数据是否录入正确`,
        en: `Cannot tell: values of ${title.en} do not vary among people of the same version, so there is no interval; check that they were recorded as measured`,
      };
    case 'ONE_DECIDES':
      return {
        'zh-CN': `尚不能判断：「${title.zh}」的比较只取决于一个人`,
        en: `Cannot tell: the comparison of ${title.en} rests on a single person`,
      };
    case 'NO_WIDTH':
      return {
        'zh-CN': `尚不能判断：「${title.zh}」的数值重复太多，方法给不出有宽度的区间`,
        en: `Cannot tell: values of ${title.en} repeat so much that the method gives an interval without width`,
      };
    case 'NO_INTERVAL':
      return {
        'zh-CN': `尚不能判断：这些数据算不出「${title.zh}」差异的区间`,
        en: `Cannot tell: no interval of the difference in ${title.en} can be computed from these data`,
      };
    case 'WIDE': {
      const [low, high] = [signed(primary.low ?? 0), withUnit(signed(primary.high ?? 0), of.metricUnit)];
      return {
        'zh-CN': `尚不能判断：「${title.zh}」的真实差异可能在 ${low} 到 ${high} 之间`,
        en: `Cannot tell yet: the true difference in ${title.en} could be anything from ${low} to ${high}`,
      };
    }
    default:
      return cause satisfies never;
  }
}
