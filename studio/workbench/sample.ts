import { useLocale } from 'next-intl';

/** Words to try parts with: short ones, and ones longer than anybody should write. */
const SAMPLES = {
  'zh-CN': {
    person: '欧阳明月',
    title: '首次带队：目标与反馈',
    text: '完成课程后提交一份团队目标，导师会在三个工作日内给出反馈。',
    action: '保存',
    longPerson: '古丽米热·阿卜杜热合曼·买买提明',
    longTitle: '门店运营与团队管理综合能力提升：从排班、盘点、损耗控制到跨部门协作的十二周在岗实践、阶段复盘与述职答辩',
    longText:
      '这一项要求你在导师的指导下独立完成一个完整的排班周期，包括客流预测、人员安排、突发缺勤的处理以及周末的复盘；提交内容应说明每一次调整的原因、对团队的影响和下一次会怎样做得更好，并附上至少两位同事的书面反馈，必要时还需要与区域经理当面沟通一次。',
    longAction: '发布第 12 版并迁移 128 位正在进行中的学员',
  },
  en: {
    person: 'Maya Lindqvist',
    title: 'Leading for the first time: goals and feedback',
    text: 'After the course, hand in goals for your team. Your mentor gives feedback within three working days.',
    action: 'Save',
    longPerson: 'Maximiliane Alexandra von Wolkenstein-Rodenegg',
    longTitle:
      'Running a store and leading its team: twelve weeks of practice on the job, from rosters, stocktaking and shrinkage to working across departments, with reviews at each stage',
    longText:
      'For this item you complete a whole roster cycle on your own, guided by your mentor: forecasting visitors, assigning people, dealing with absence at short notice, and reviewing the week once it is over. Say why you made each change, what it meant for your team and what you would do differently next time; add written feedback from at least two colleagues (maximiliane.wolkenstein-rodenegg@international-retail-holding.example collects it), and talk to your area manager in person if anything remains open.',
    longAction: 'Publish version 12 and migrate 128 people who are under way',
  },
} as const;

export type Sample = Record<keyof (typeof SAMPLES)['en'], string>;

/** Words in the language that the toolbar says. */
export const useSample = (): Sample => SAMPLES[useLocale() === 'en' ? 'en' : 'zh-CN'];
