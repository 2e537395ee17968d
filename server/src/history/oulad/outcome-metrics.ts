/** What the example measures: by module what came of it and earlier attempts, of everybody credits and education. */
export function outcomeMetrics(modules: readonly string[]): Record<string, string | number>[] {
  const metric = (key: string, en: string, zh: string, more: Record<string, string | number> = {}) => ({
    key,
    'title.en': en,
    'title.zh-CN': zh,
    unit: '',
    direction: 'HIGHER_IS_BETTER',
    family: 'LEARNING',
    scale: 'CONTINUOUS',
    low: 0,
    high: '',
    ...more,
  });
  const of = (module: string) => [
    metric(`${module.toLowerCase()}-score`, `coursework score in ${module}`, `${module} 平时成绩`, { high: 100 }),
    metric(`${module.toLowerCase()}-passed`, `passed ${module}`, `通过 ${module}`, { scale: 'YES_NO', high: 1 }),
    metric(`${module.toLowerCase()}-previous-attempts`, `earlier attempts at ${module}`, `此前修读 ${module} 的次数`, {
      direction: 'LOWER_IS_BETTER',
    }),
  ];
  return [
    ...modules.flatMap(of),
    metric('studied-credits', 'credits studied at the time', '同期修读学分'),
    metric('education-level', 'level of education (0–4)', '学历层级（0–4）', { scale: 'RATING', high: 4 }),
  ];
}
