import { definePlugin } from '@planwright/plugin-sdk';
import { z } from 'zod';
import { reminderRules } from './rules/index.js';
import { scorers } from './scorers/index.js';

export { coreRules } from './core-rules.js';

export const core = definePlugin({
  id: 'core',
  version: '1.0.0',
  api: 1,
  title: { 'zh-CN': '基础规则', en: 'Core rules' },
  description: {
    'zh-CN': '每个计划都能用的提醒规则和评分方式。',
    en: 'The reminder rules and scorers that every plan can use.',
  },
  config: z.strictObject({}),
  permissions: {},
  reminderRules,
  scorers,
});

export default core;
