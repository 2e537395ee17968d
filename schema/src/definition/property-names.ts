/** What the properties of the language are called in sentences. English names fit after "the". */
const NAMES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  all: ['条件列表', 'list of conditions'],
  anchor: ['起算点', 'anchor'],
  any: ['条件列表', 'list of conditions'],
  approval: ['审批设置', 'approval settings'],
  assessment: ['测评设置', 'assessment settings'],
  at: ['时刻', 'time of day'],
  atLeast: ['条件列表', 'list of conditions'],
  attempts: ['可测次数', 'number of attempts'],
  audience: ['适用对象', 'audience'],
  baseline: ['基线', 'baseline'],
  by: ['反馈人', 'reviewer'],
  calendar: ['工作日历', 'working-day calendar'],
  channels: ['发送渠道', 'channels'],
  choose: ['应选数量', 'number to choose'],
  clock: ['计时方式', 'review clock'],
  completion: ['完成规则', 'completion rule'],
  conditions: ['开放条件', 'conditions'],
  count: ['人数', 'number of people'],
  course: ['课程设置', 'course settings'],
  deliverable: ['提交形式', 'deliverable'],
  department: ['部门', 'department'],
  departments: ['部门', 'departments'],
  description: ['说明', 'description'],
  done: ['完成方式', 'way of completing'],
  due: ['截止时间', 'due date'],
  electives: ['选修组', 'elective groups'],
  expression: ['表达式', 'expression'],
  fixed: ['固定时间', 'fixed date'],
  format: ['格式版本', 'format'],
  from: ['来源', 'source'],
  grants: ['授予的权限', 'grants'],
  is: ['结果', 'result'],
  item: ['条目', 'item'],
  items: ['内容', 'items'],
  jobRole: ['岗位', 'job role'],
  jobRoles: ['岗位', 'job roles'],
  joins: ['汇合规则', 'join rules'],
  key: ['标识', 'key'],
  kind: ['类型', 'kind'],
  lag: ['间隔', 'delay'],
  levels: ['审批层级', 'approval levels'],
  links: ['关联', 'links'],
  meeting: ['面谈设置', 'meeting settings'],
  metric: ['指标', 'metric'],
  minutes: ['时长', 'minutes'],
  mode: ['审批方式', 'approval mode'],
  n: ['数量', 'number'],
  not: ['相反条件', 'condition under “not”'],
  of: ['条件列表', 'list of conditions'],
  offset: ['间隔数', 'offset'],
  on: ['触发结果', 'result that opens it'],
  opens: ['开放时间', 'opening date'],
  outcomes: ['成效指标', 'outcomes'],
  passMark: ['及格分', 'pass mark'],
  points: ['学分', 'points'],
  questions: ['题目', 'questions'],
  reminders: ['提醒', 'reminders'],
  requirement: ['修习要求', 'requirement'],
  respondents: ['填写人', 'respondents'],
  review: ['反馈设置', 'review'],
  roll: ['顺延规则', 'rule for non-working days'],
  rule: ['规则', 'rule'],
  scale: ['量级', 'scale'],
  score: ['分数', 'score'],
  scoreIn: ['分数区间', 'score range'],
  scorer: ['评分规则', 'scorer'],
  scoring: ['总评规则', 'scoring'],
  smallestEffect: ['最小有意义差异', 'smallest effect that matters'],
  stages: ['阶段', 'stages'],
  steps: ['步骤', 'steps'],
  survey: ['问卷设置', 'survey settings'],
  task: ['任务设置', 'task settings'],
  text: ['题干', 'question text'],
  title: ['标题', 'title'],
  to: ['去向', 'target'],
  unit: ['单位', 'unit'],
  url: ['链接', 'link address'],
  use: ['规则名', 'rule name'],
  via: ['提交途径', 'review channel'],
  week: ['周次', 'week'],
  weekday: ['星期', 'weekday'],
  when: ['适用条件', 'audience expression'],
  with: ['设置', 'settings'],
  within: ['反馈时限', 'review time'],
};

/** Every property of the language, for "did you mean". */
export const PROPERTIES: readonly string[] = Object.keys(NAMES);

/** `截止时间` and `due date` for `due`; a name that the language does not know is quoted as it stands. */
export function propertyName(property: string): { zh: string; en: string } {
  const name = Object.hasOwn(NAMES, property) ? NAMES[property] : undefined;
  return name ? { zh: name[0], en: name[1] } : { zh: `「${property}」`, en: `“${property}”` };
}

/** The known property nearest to a misspelt one: at most two letters off, and less than half of the word. */
export function nearestProperty(property: string): string | undefined {
  if (property.length > 40) return undefined;
  const limit = Math.min(2, Math.floor((property.length - 1) / 2));
  let best: { name: string; distance: number } | undefined;
  for (const name of PROPERTIES) {
    const distance = editDistance(property.toLowerCase(), name.toLowerCase());
    if (distance <= limit && name !== property && distance < (best?.distance ?? Number.POSITIVE_INFINITY))
      best = { name, distance };
  }
  return best?.name;
}

/** Letters to change, add, drop or swap with their neighbour (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      next.push(Math.min(replaced, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
