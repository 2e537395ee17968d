import { type Language, type LocalizedText, textIn } from '@planwright/schema/text';

type Row = [string, string];

/** What the parts of a manifest are called; a part that is not here goes by its own name. */
const LABELS: Record<string, LocalizedText> = {
  engineVersion: { 'zh-CN': '计算程序', en: 'Computed by' },
  cohort: { 'zh-CN': '期次', en: 'Cohort' },
  name: { 'zh-CN': '名称', en: 'name' },
  startsOn: { 'zh-CN': '开始', en: 'starts on' },
  plan: { 'zh-CN': '培养计划', en: 'Plan' },
  planVersions: { 'zh-CN': '计划版本', en: 'Plan versions' },
  number: { 'zh-CN': '版本号', en: 'number' },
  contentHash: { 'zh-CN': '内容校验', en: 'content check' },
  departments: { 'zh-CN': '部门', en: 'Departments' },
  dataCutoff: { 'zh-CN': '数据截止', en: 'Data until' },
  timeZone: { 'zh-CN': '时区', en: 'Time zone' },
  registration: { 'zh-CN': '实验登记', en: 'Registration' },
  hypothesis: { 'zh-CN': '假设', en: 'hypothesis' },
  metric: { 'zh-CN': '指标', en: 'metric' },
  smallestEffect: { 'zh-CN': '最小有意义差异', en: 'smallest difference that matters' },
  analysisOn: { 'zh-CN': '分析日期', en: 'analysis date' },
  method: { 'zh-CN': '方法', en: 'method' },
  measures: { 'zh-CN': '其他指标', en: 'other metrics' },
  sha256: { 'zh-CN': '校验', en: 'check' },
  results: { 'zh-CN': '实验结果', en: 'Results' },
  status: { 'zh-CN': '状态', en: 'status' },
  endReason: { 'zh-CN': '结束原因', en: 'reason of the end' },
  openedAt: { 'zh-CN': '查看时间', en: 'opened at' },
  verdicts: { 'zh-CN': '结论', en: 'verdicts' },
  arm: { 'zh-CN': '组', en: 'arm' },
  verdict: { 'zh-CN': '结论', en: 'verdict' },
  valuesThatCameLater: { 'zh-CN': '之后到达的数值', en: 'values that came later' },
  allocation: { 'zh-CN': '随机分配', en: 'Allocation' },
  unit: { 'zh-CN': '单位', en: 'unit' },
  seed: { 'zh-CN': '随机种子', en: 'seed' },
  seedSha256: { 'zh-CN': '种子校验', en: 'seed check' },
  rosterDigest: { 'zh-CN': '名单校验', en: 'roster check' },
  targets: { 'zh-CN': '目标', en: 'Targets' },
  exclusions: { 'zh-CN': '未计入', en: 'Left out' },
  reason: { 'zh-CN': '原因', en: 'reason' },
  n: { 'zh-CN': '人数', en: 'people' },
  queries: { 'zh-CN': '读取的数据', en: 'Data read' },
  resultSha256: { 'zh-CN': '校验', en: 'check' },
  methods: { 'zh-CN': '方法', en: 'Methods' },
  suppression: { 'zh-CN': '小组隐藏', en: 'Small groups' },
  smallestGroup: { 'zh-CN': '最少人数', en: 'fewest people shown' },
  suppressed: { 'zh-CN': '已隐藏', en: 'hidden' },
};

/** Identities are for programs: the JSON file and the bundle have them. Figures stand in the report itself. */
const LEFT_OUT = new Set(['id', 'experimentId', 'numbers']);
/** Enough of a digest to compare by eye; the whole stands in the JSON file. */
const SHOWN_DIGITS = 12;

/** The manifest as lines that people can read: one fact a line, named by where it belongs. */
export function manifestRows(manifest: Record<string, unknown>, language: Language): Row[] {
  const label = (key: string): string => {
    const known = LABELS[key];
    return known ? textIn(known, language) : key;
  };
  const rows: Row[] = [];
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one branch for each shape of a value
  const walk = (name: string, value: unknown): void => {
    if (value === null || value === undefined || value === '') return;
    if (Array.isArray(value)) {
      if (value.every((one) => typeof one !== 'object' || one === null)) {
        if (value.length > 0) rows.push([name, value.map(String).join(', ')]);
        return;
      }
      for (const [index, one] of value.entries()) walk(value.length === 1 ? name : `${name} ${index + 1}`, one);
      return;
    }
    if (typeof value === 'object') {
      const text = value as Record<string, unknown>;
      const isSentence = typeof text.en === 'string' && typeof text['zh-CN'] === 'string';
      if (isSentence) walk(name, text[language]);
      else for (const [key, one] of Object.entries(text)) if (!LEFT_OUT.has(key)) walk(`${name} · ${label(key)}`, one);
      return;
    }
    rows.push([name, shortened(String(value))]);
  };
  for (const [key, value] of Object.entries(manifest)) if (!LEFT_OUT.has(key)) walk(label(key), value);
  return rows;
}

const shortened = (text: string): string =>
  text.replace(/\b[0-9a-f]{32,128}\b/g, (digest) => `${digest.slice(0, SHOWN_DIGITS)}…`);
