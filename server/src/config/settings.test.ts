import { describe, expect, test } from '@jest/globals';
import { StartupError } from '../database/startup-error.js';
import { readSettings } from './settings.js';

describe('settings', () => {
  test('without any variable it is the embedded database on the loopback for development', () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({ mode: 'development', host: '127.0.0.1', port: 4000, secure: false });
    expect(settings.database.kind).toBe('embedded');
    expect(settings.studioOrigins).toEqual(['http://127.0.0.1:3000', 'http://localhost:3000']);
  });

  test('an empty variable counts as unset', () => {
    expect(readSettings({ DATABASE_URL: '', API_PORT: '' }).port).toBe(4000);
  });

  test('NODE_ENV production without a mode is production, never demo', () => {
    expect(readSettings({ NODE_ENV: 'production' }).mode).toBe('production');
    expect(readSettings({ NODE_ENV: 'production', PLANWRIGHT_MODE: 'demo' }).mode).toBe('demo');
  });

  test('a public address with https makes cookies secure', () => {
    expect(readSettings({ PLANWRIGHT_PUBLIC_URL: 'https://plan.example/x' }).secure).toBe(true);
  });

  test('studio addresses are reduced to their origins', () => {
    const { studioOrigins } = readSettings({ PLANWRIGHT_STUDIO_URL: 'https://a.example/page, https://b.example' });
    expect(studioOrigins).toEqual(['https://a.example', 'https://b.example']);
  });

  test.each([
    ['API_PORT', '70000'],
    ['API_PORT', 'http'],
    ['DATABASE_URL', 'mysql://x/y'],
    ['PLANWRIGHT_STUDIO_URL', 'example.com'],
    ['PLANWRIGHT_STUDIO_URL', 'javascript:alert(1)'],
    ['PLANWRIGHT_DEMO_PASSWORD', 'short'],
    ['PLANWRIGHT_MODE', 'test'],
    ['LOG_LEVEL', 'loud'],
  ])('a wrong %s is named in one sentence', (name, value) => {
    const read = () => readSettings({ [name]: value });
    expect(read).toThrow(StartupError);
    expect(read).toThrow(new RegExp(`^The setting ${name} is not valid .+ start again\\.$`));
  });
});
