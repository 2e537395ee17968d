import { findItem, type PlanDefinition } from '@planwright/schema/definition';
import type { ReviewDecision } from '@planwright/schema/engine';
import type { LocalizedText } from '@planwright/schema/text';
import type { Sql } from '../../database/index.js';
import type { DefinitionCache } from '../../plans/index.js';
import type { Notice, NoticeSource, NoticeWords } from './notice.js';

interface WorkRow {
  noticeId: string;
  enrolmentId: string;
  versionId: string;
  learner: string;
  type: 'submitted' | 'reviewed' | 'partnersChosen';
  data: { itemKey: string; decision?: ReviewDecision; comment?: string };
  actor: string | null;
  /** The submission still waits; the recipient still shares the task. */
  waiting: boolean;
  shares: boolean;
}

const STATEMENT = `
select n.id as "noticeId", e.id as "enrolmentId", e.plan_version_id as "versionId", p.name as learner, v.type, v.data,
  a.name as actor,
  exists (select 1 from submission s where s.enrolment_id = e.id and s.item_key = v.data ->> 'itemKey' and s.waiting) as waiting,
  exists (select 1 from enrolment_partner w where w.enrolment_id = e.id and w.item_key = v.data ->> 'itemKey'
    and w.person_id = n.recipient_id) as shares
from notice n
join enrolment e on e.id = n.subject_id
join person p on p.id = e.person_id
join progress_event v on v.enrolment_id = e.id and v.seq = split_part(n.step, ':', 2)::int
left join person a on a.id::text = v.actor
where n.id = any($1::uuid[])`;

/** A name is no markup. */
const plain = (name: string): string => name.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ');

/** What people hear of work at once, whatever reminders their plan has: a review, work that came in, a shared task. */
export class WorkNotices implements NoticeSource {
  constructor(private readonly definitions: DefinitionCache) {}

  async words(sql: Sql, notices: readonly Notice[]): Promise<Map<string, NoticeWords>> {
    const rows = await sql.rows<WorkRow>(STATEMENT, [notices.map(({ id }) => id)]);
    const known = await this.definitions.load(sql, [...new Set(rows.map(({ versionId }) => versionId))]);
    return new Map(
      rows.flatMap((row) => {
        const words = wordsOf(row, known[row.versionId]);
        return words ? [[row.noticeId, words] as const] : [];
      }),
    );
  }

  /** Whoever works with a plan signs in. */
  async outsideLink(): Promise<undefined> {
    return undefined;
  }
}

function wordsOf(row: WorkRow, definition: PlanDefinition | undefined): NoticeWords | undefined {
  const title = definition && findItem(definition, row.data.itemKey)?.item.title;
  if (!definition || !title) return undefined;
  const item = { zh: `《${plain(inZh(title))}》`, en: `“${plain(inEn(title))}”` };
  const plan = { zh: plain(inZh(definition.title)), en: plain(inEn(definition.title)) };
  const learner = plain(row.learner);
  switch (row.type) {
    case 'submitted':
      if (!row.waiting) return undefined;
      return {
        title: { 'zh-CN': `${learner}提交了${item.zh}`, en: `${learner} submitted ${item.en}` },
        text: { 'zh-CN': `等待你的反馈。\n\n${plan.zh}`, en: `It is waiting for your feedback.\n\n${plan.en}` },
        link: '/reviews',
        private: false,
      };
    case 'reviewed':
      return reviewed(row, item, plan);
    case 'partnersChosen':
      if (!row.shares) return undefined;
      return {
        title: {
          'zh-CN': `你和${learner}一起完成${item.zh}`,
          en: `You share ${item.en} with ${learner}`,
        },
        text: {
          'zh-CN': `任务在“我的计划”里，提交后双方都能看到。\n\n${plan.zh}`,
          en: `You find it under “My plan”; what either of you submits, both see.\n\n${plan.en}`,
        },
        link: '/my-plan',
        private: false,
      };
    default:
      return row.type satisfies never;
  }
}

function reviewed(
  { data, actor }: WorkRow,
  item: { zh: string; en: string },
  plan: { zh: string; en: string },
): NoticeWords {
  const decided = decisionWords(data.decision ?? 'APPROVE', item);
  const comment = (data.comment ?? '').trim();
  const by = actor === null ? '' : plain(actor);
  const said = (language: 'zh-CN' | 'en') => {
    if (comment === '') return '';
    const quoted = plainLines(comment);
    return language === 'zh-CN' ? `${by}：${quoted}\n\n` : `${by}: ${quoted}\n\n`;
  };
  return {
    title: decided,
    text: { 'zh-CN': `${said('zh-CN')}${plan.zh}`, en: `${said('en')}${plan.en}` },
    link: '/my-plan',
    private: false,
  };
}

function decisionWords(decision: ReviewDecision, item: { zh: string; en: string }): LocalizedText {
  switch (decision) {
    case 'APPROVE':
      return { 'zh-CN': `${item.zh}已通过`, en: `${item.en} was approved` };
    case 'RETURN':
      return { 'zh-CN': `${item.zh}被退回，请修改后再提交`, en: `${item.en} came back: revise it and submit again` };
    case 'REJECT':
      return { 'zh-CN': `${item.zh}未通过`, en: `${item.en} was not approved` };
    default:
      return decision satisfies never;
  }
}

/** Of a long comment the beginning; the rest is in the plan. */
const MOST_CHARACTERS = 500;
function plainLines(text: string): string {
  const characters = [...text];
  const cut = characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS).join('')}…` : text;
  return cut.split('\n').map(plain).join('\n');
}

const inZh = (text: LocalizedText): string => text['zh-CN'] ?? text.en ?? '';
const inEn = (text: LocalizedText): string => text.en ?? text['zh-CN'] ?? '';
