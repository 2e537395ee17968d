import type { LocalizedText } from '@planwright/schema/text';

type Sentence = LocalizedText & Record<'zh-CN' | 'en', string>;

const COLUMN_WORDS = {
  email: { en: 'e-mail', 'zh-CN': '邮箱' },
  name: { en: 'name', 'zh-CN': '姓名' },
  value: { en: 'value', 'zh-CN': '数值' },
  date: { en: 'date', 'zh-CN': '日期' },
  baseline: { en: 'baseline', 'zh-CN': '基线' },
} as const;

/** What this room tells people when they have to correct something first. */
export const messages = {
  badKey: (): Sentence => ({
    en: 'Use up to 63 lowercase letters, digits and hyphens for the key.',
    'zh-CN': '标识只能用小写字母、数字和连字符，最多 63 个字符。',
  }),
  badTitle: (): Sentence => ({ en: 'Give a title of up to 200 characters.', 'zh-CN': '填写名称，最多 200 字。' }),
  badUnit: (): Sentence => ({ en: 'Give a unit of up to 20 characters.', 'zh-CN': '单位最多 20 个字符。' }),
  badBounds: (): Sentence => ({
    en: 'The highest value must be above the lowest.',
    'zh-CN': '最大值须大于最小值。',
  }),
  keyTaken: (key: string): Sentence => ({
    en: `There is a metric “${key}” already. Choose another key.`,
    'zh-CN': `已有指标“${key}”，换一个标识。`,
  }),
  noSuchMetric: (key: string): Sentence => ({
    en: `There is no metric “${key}”. Create it first.`,
    'zh-CN': `没有指标“${key}”，先创建。`,
  }),
  computed: (): Sentence => ({
    en: 'This metric is computed from the plan’s own course. It cannot be recorded.',
    'zh-CN': '该指标由计划进展自动计算，无法录入。',
  }),
  tooManyRows: (most: number): Sentence => ({
    en: `Send 1 to ${most} rows at a time.`,
    'zh-CN': `每次提交 1–${most} 行。`,
  }),
  notANumber: (): Sentence => ({
    en: 'This value is not a number. Enter one like 86.5.',
    'zh-CN': '不是数值，填写如 86.5 的数字。',
  }),
  outOfBounds: (low: number | null, high: number | null): Sentence => ({
    en: `This value lies outside ${low ?? '−∞'} to ${high ?? '∞'}. Check it.`,
    'zh-CN': `数值不在 ${low ?? '−∞'} 到 ${high ?? '∞'} 之间，核对后重填。`,
  }),
  notYesNo: (): Sentence => ({
    en: 'This metric takes only 0 (no) and 1 (yes).',
    'zh-CN': '该指标只能填 0（否）或 1（是）。',
  }),
  inFuture: (): Sentence => ({
    en: 'This day has not come yet. Enter the day of the measurement.',
    'zh-CN': '日期尚未到来，填写实际测量日期。',
  }),
  measuredTwice: (): Sentence => ({
    en: 'This person was measured twice on this day, with different values. Keep one.',
    'zh-CN': '此人在同一天有两个不同的数值，只保留一个。',
  }),
  measuredBefore: (value: number): Sentence => ({
    en: `This person was measured on this day already: ${value}. Nothing was replaced.`,
    'zh-CN': `此人当天已有记录：${value}，没有覆盖。`,
  }),
  badDate: (): Sentence => ({
    en: 'This is not a date. Enter one like 2026-03-02.',
    'zh-CN': '不是日期，填写如 2026-03-02 的日期。',
  }),
  unknownPerson: (who: string): Sentence => ({
    en: `Nobody here is called “${who}”. Give the e-mail address.`,
    'zh-CN': `找不到“${who}”，改用邮箱。`,
  }),
  severalPeople: (who: string): Sentence => ({
    en: `Several people are called “${who}”. Give the e-mail address.`,
    'zh-CN': `有多人名为“${who}”，改用邮箱。`,
  }),
  sameTwice: (): Sentence => ({
    en: 'This repeats a row above. It counts once.',
    'zh-CN': '与上面的行相同，只计一次。',
  }),
  knownAlready: (): Sentence => ({ en: 'Already recorded. Nothing changes.', 'zh-CN': '已有相同记录，不变。' }),
  readAs: (given: string, value: number): Sentence => ({
    en: `“${given}” was read as ${value}.`,
    'zh-CN': `“${given}”读作 ${value}。`,
  }),
  readAsDate: (given: string, date: string): Sentence => ({
    en: `“${given}” was read as ${date}.`,
    'zh-CN': `“${given}”读作 ${date}。`,
  }),
  oneTable: (): Sentence => ({ en: 'Give either pasted text or a file.', 'zh-CN': '粘贴的文字和文件只能选一种。' }),
  noColumn: (): Sentence => ({
    en: 'The header row must name the columns: email or name, value, and date.',
    'zh-CN': '表格须有一行列名：邮箱或姓名、数值、日期。',
  }),
  whichColumn: (column: 'email' | 'name' | 'value' | 'date' | 'baseline'): Sentence => ({
    en: `Choose the column for “${COLUMN_WORDS[column].en}”; the names in the table do not tell which it is.`,
    'zh-CN': `请选择哪一列是“${COLUMN_WORDS[column]['zh-CN']}”，表格里的列名无法确定。`,
  }),
  nothingTaken: (rows: number): Sentence => ({
    en: `${rows} ${rows === 1 ? 'row cannot' : 'rows cannot'} be taken, so nothing was recorded. Correct them, or import the others without them.`,
    'zh-CN': `有 ${rows} 行无法导入，因此没有录入任何数据。更正后重试，或只导入其余行。`,
  }),
  namesNobody: (): Sentence => ({
    en: 'This row names nobody. Enter a name or an e-mail address.',
    'zh-CN': '这一行没有人员，填写姓名或邮箱。',
  }),
  matchedAs: (given: string, name: string): Sentence => ({
    en: `“${given}” was matched to “${name}”.`,
    'zh-CN': `“${given}”匹配为“${name}”。`,
  }),
  badFlag: (): Sentence => ({
    en: 'This is neither yes nor no. Enter yes for a baseline, or leave the cell empty.',
    'zh-CN': '无法判断是否基线。基线填“是”，否则留空。',
  }),
  badClosing: (): Sentence => ({
    en: 'Choose a last day from today on, within a year.',
    'zh-CN': '截止日期须从今天起、一年以内。',
  }),
  openAlready: (): Sentence => ({
    en: 'A survey of these respondents is open in this cohort. Wait until it closes.',
    'zh-CN': '本期次已有同类问卷在进行，结束后再开。',
  }),
  nobodyToAsk: (): Sentence => ({
    en: 'Nobody can be asked: the people of this cohort have no superior or team.',
    'zh-CN': '没有可发送的人：学员未设置上级或团队。',
  }),
  tooFewToAsk: (people: number, fewest: number): Sentence => ({
    en: `Only ${people === 1 ? '1 person' : `${people} people`} could answer. With fewer than ${fewest} people nothing is ever shown, so this survey cannot be opened. Ask a larger cohort, or other respondents.`,
    'zh-CN': `最多只有 ${people} 人填写，不足 ${fewest} 人的结果永远不会显示，因此无法发起。换人数更多的期次，或换其他填写人。`,
  }),
  badQuestions: (): Sentence => ({
    en: 'Ask 1 to 50 questions, each with a key of its own, a text and a scale of 2 to 10.',
    'zh-CN': '设置 1–50 个问题，标识互不相同，并有题干和 2–10 级的量表。',
  }),
  badLink: (): Sentence => ({
    en: 'This link or code does not work. Check that it is complete, or sign in and open “My surveys”.',
    'zh-CN': '链接或编码无效。检查是否完整，或登录后从“我的问卷”进入。',
  }),
  badAnswer: (scale: number): Sentence => ({
    en: `Answer each question once, with 1 to ${scale}.`,
    'zh-CN': `每题答一次，选 1–${scale}。`,
  }),
  badComment: (): Sentence => ({
    en: 'Keep the comment within 1,000 characters.',
    'zh-CN': '补充意见最多 1000 字。',
  }),
  answered: (): Sentence => ({
    en: 'This survey was answered with this link. Each link counts once.',
    'zh-CN': '这份问卷已经提交过，每个链接只计一次。',
  }),
  closed: (): Sentence => ({ en: 'This survey is closed.', 'zh-CN': '该问卷已结束。' }),
} as const;
