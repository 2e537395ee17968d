import { definePlugin } from '@planwright/plugin-sdk';
import { notice } from './channel.js';
import { staff } from './connector.js';
import { lastCall } from './rule.js';
import { steady } from './scorer.js';
import { check, classify, config, permissions } from './service.js';

export default definePlugin({
  id: 'template',
  version: '0.1.0',
  api: 1,
  title: { 'zh-CN': '插件模板', en: 'Plugin template' },
  description: {
    'zh-CN': '新插件的起点：每种扩展各有一个可以运行的小例子。',
    en: 'Where a new plugin begins: one small working example of each contribution.',
  },
  config,
  permissions,
  check,
  classify,
  channels: { notice },
  connectors: { staff },
  reminderRules: { 'last-call': lastCall },
  scorers: { steady },
});
