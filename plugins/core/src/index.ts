import { definePlugin } from '@planwright/plugin-sdk';
import { z } from 'zod';
import { say } from './generated/messages.js';
import { reminderRules } from './rules/index.js';
import { scorers } from './scorers/index.js';

export { coreRules } from './core-rules.js';

export const core = definePlugin({
  id: 'core',
  version: '1.0.0',
  api: 1,
  title: say('coreRules'),
  description: say('reminderRulesScorers'),
  config: z.strictObject({}),
  permissions: {},
  reminderRules,
  scorers,
});

export default core;
