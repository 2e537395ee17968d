import { testReminderRule } from '@planwright/plugin-sdk/testing';
import plugin from './index.js';

testReminderRule(plugin, 'last-call', { params: [{}, { days: 5 }] });
