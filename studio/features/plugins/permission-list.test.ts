import { describe, expect, it } from '@jest/globals';
import { permissionList } from './permission-list';

describe('what a plugin asks for', () => {
  it('is each host once, whatever stands behind it', () => {
    expect(
      permissionList({ http: ['https://api.example.com/v1/*', 'https://api.example.com/v2/*', '{config.baseUrl}/*'] }),
    ).toEqual([
      { kind: 'host', host: 'api.example.com' },
      { kind: 'hostOfSetting', setting: 'baseUrl' },
    ]);
  });

  it('tells mail and calls from outside apart', () => {
    expect(permissionList({ smtp: ['{config.host}:{config.port}'], inbound: true })).toEqual([
      { kind: 'mail' },
      { kind: 'inbound' },
    ]);
  });

  it('is nothing for a plugin that only calculates, and for what cannot be read', () => {
    expect(permissionList({})).toEqual([]);
    expect(permissionList({ inbound: false, http: 'everything' })).toEqual([]);
    expect(permissionList(null)).toEqual([]);
  });
});
