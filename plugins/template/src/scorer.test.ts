import { testScorer } from '@planwright/plugin-sdk/testing';
import plugin from './index.js';

testScorer(plugin, 'steady', { params: [{}, { penalty: 20 }] });
