import { testConnector } from '@planwright/plugin-sdk/testing';
import plugin from './index.js';
import { fakeService, integration } from './testing/fake-service.js';

testConnector(plugin, 'staff', {
  ...integration,
  service: fakeService,
  missingScope: { service: () => fakeService(['notices:write']), scope: 'staff:read' },
});
