import { testChannel } from '@planwright/plugin-sdk/testing';
import plugin from './index.js';
import { fakeService, integration } from './testing/fake-service.js';

testChannel(plugin, 'notice', {
  ...integration,
  service: fakeService,
  missingScope: { service: () => fakeService(['staff:read']), scope: 'notices:write' },
  people: [
    { person: 'p1', name: '林晓', identities: { email: 'lin@company.example', ids: {} } },
    { person: 'p2', name: 'Zhou', identities: { email: 'zhou@company.example', ids: {} } },
  ],
});
