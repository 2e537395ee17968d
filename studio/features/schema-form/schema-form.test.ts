import { describe, expect, it } from '@jest/globals';
import { fieldsOfSchema, titleOfName } from '@planwright/schema/settings';
import { errorsIn } from './field-errors';
import { fieldsDrawn } from './fields-drawn';
import { configToSend, startValues, withValue } from './form-values';

const mail = {
  type: 'object',
  properties: {
    host: { type: 'string', title: { 'zh-CN': '服务器', en: 'Server' }, description: 'smtp.example.com' },
    port: { type: 'integer', minimum: 1, maximum: 65535, default: 465 },
    security: {
      type: 'string',
      enum: ['tls', 'starttls'],
      labels: { tls: { en: 'TLS at once', 'zh-CN': '直接 TLS' } },
    },
    password: { type: 'string', secret: true },
    blind: { type: 'boolean' },
    copies: { type: 'array', items: { type: 'string' }, maxItems: 2 },
    days: { type: 'array', items: { type: 'string', enum: ['MON', 'TUE'] } },
    from: {
      type: 'object',
      properties: { name: { type: 'string' }, key: { type: 'string', secret: true } },
      required: ['name'],
    },
    headers: { type: 'object', additionalProperties: { type: 'string' } },
  },
  required: ['host', 'port', 'security', 'password'],
};

const fields = fieldsOfSchema(mail, 'en');
const field = (name: string) => fields.find((each) => each.name === name);

describe('a form from a plugin’s schema', () => {
  it('has a field of its own kind for each setting, in the order of the author', () => {
    expect(fields.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
      'host: text',
      'port: number',
      'security: choice',
      'password: secret',
      'blind: flag',
      'copies: words',
      'days: choices',
      'from: group',
      'headers: map',
    ]);
  });

  it('speaks the person’s language, and makes a title of the name where there is none', () => {
    expect(field('host')).toMatchObject({ title: 'Server', description: 'smtp.example.com', required: true });
    expect(fieldsOfSchema(mail, 'zh-CN')[0]).toMatchObject({ title: '服务器' });
    expect(field('security')).toMatchObject({
      options: [
        { value: 'tls', label: 'TLS at once' },
        { value: 'starttls', label: 'starttls' },
      ],
    });
    expect(titleOfName('baseUrl')).toBe('Base url');
  });

  it('takes bounds that mean something, and leaves out those of every whole number', () => {
    expect(field('port')).toMatchObject({ whole: true, min: 1, max: 65535, fallback: 465 });
    const [plain] = fieldsOfSchema(
      { properties: { n: { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER } } },
      'en',
    );
    expect(plain).toEqual({ kind: 'number', name: 'n', title: 'N', required: false, whole: true });
  });

  it('reads choices written as constants too', () => {
    const [way] = fieldsOfSchema(
      { properties: { way: { anyOf: [{ const: 'SKIP', title: 'skip' }, { const: 'SEND' }] } } },
      'en',
    );
    expect(way).toMatchObject({
      kind: 'choice',
      options: [
        { value: 'SKIP', label: 'skip' },
        { value: 'SEND', label: 'SEND' },
      ],
    });
  });

  it('begins with the defaults, and with the first way where one must be chosen', () => {
    expect(startValues(fields)).toEqual({ port: 465, security: 'tls' });
  });

  it('survives what is no schema', () => {
    expect(fieldsOfSchema(null, 'en')).toEqual([]);
    expect(fieldsOfSchema({ properties: { odd: true, deep: { $ref: '#' } } }, 'en')).toEqual([]);
  });
});

describe('the values of a form', () => {
  it('are wrong where something is missing or out of bounds', () => {
    expect([...errorsIn(fields, { port: 0, security: 'none', copies: ['a', 'b', 'c'], from: {} })]).toEqual([
      ['host', 'required'],
      ['port', 'range'],
      ['security', 'pattern'],
      ['copies', 'tooMany'],
      ['from.name', 'required'],
    ]);
    expect([...errorsIn(fields, { host: 'h', security: 'tls', port: 25.5 })]).toEqual([['port', 'whole']]);
  });

  it('leave out what was emptied, and keep the order of the rest', () => {
    const values = { host: 'h', port: 25, from: { name: 'n', key: 'k' } };
    expect(Object.keys(withValue(values, ['host'], 'other'))).toEqual(['host', 'port', 'from']);
    expect(withValue(values, ['port'], undefined)).toEqual({ host: 'h', from: { name: 'n', key: 'k' } });
    expect(withValue(values, ['from', 'name'], 'm')).toEqual({ host: 'h', port: 25, from: { name: 'm', key: 'k' } });
    expect(withValue({}, ['from', 'name'], 'm')).toEqual({ from: { name: 'm' } });
  });

  it('send a secret only where it was changed', () => {
    const values = { host: 'h', password: null };
    expect(configToSend(fields, values, new Map())).toEqual({ host: 'h' });
    expect(configToSend(fields, values, new Map([['password', { do: 'replace', text: 's3' }]]))).toEqual({
      host: 'h',
      password: 's3',
    });
    expect(configToSend(fields, values, new Map([['from.key', { do: 'erase' }]]))).toEqual({
      host: 'h',
      from: { key: null },
    });
    expect(configToSend(fields, values, new Map([['password', { do: 'keep' }]]))).toEqual({ host: 'h' });
  });
});

const nested = fieldsOfSchema(
  {
    properties: {
      routes: {
        type: 'array',
        minItems: 1,
        maxItems: 3,
        items: {
          type: 'object',
          properties: {
            to: { type: 'string' },
            retries: { type: 'integer', default: 2 },
            auth: {
              oneOf: [
                { type: 'object', properties: { by: { const: 'NONE' } }, required: ['by'] },
                {
                  type: 'object',
                  properties: { by: { const: 'KEY' }, key: { type: 'string' } },
                  required: ['by', 'key'],
                },
              ],
            },
          },
          required: ['to', 'auth'],
        },
      },
      headers: { type: 'object', additionalProperties: { type: 'string' } },
    },
    required: ['routes'],
  },
  'en',
);

describe('settings within settings', () => {
  it('begin empty where there may be several, and with the first form where one is needed', () => {
    expect(startValues(nested)).toEqual({ routes: [] });
    const [routes] = nested;
    expect(routes?.kind === 'list' && routes.entry.kind === 'group' && startValues(routes.entry.fields)).toEqual({
      retries: 2,
      auth: { by: 'NONE' },
    });
  });

  it('are drawn one by one, under the paths that they have in the settings', () => {
    const values = { routes: [{ to: 'a', auth: { by: 'KEY' } }], headers: { 'x-key': 'v' } };
    expect(fieldsDrawn(nested, values).map(({ path, value }) => [path, value])).toEqual([
      ['routes', values.routes],
      ['routes.0', values.routes[0]],
      ['routes.0.to', 'a'],
      ['routes.0.retries', undefined],
      ['routes.0.auth', { by: 'KEY' }],
      ['routes.0.auth.key', undefined],
      ['headers', values.headers],
      ['headers.x-key', 'v'],
    ]);
  });

  it('are wrong at the entry that is wrong', () => {
    const values = {
      routes: [
        { to: 'a', auth: { by: 'KEY' } },
        { retries: 1.5, auth: {} },
      ],
      headers: { '': 'v' },
    };
    expect([...errorsIn(nested, values)]).toEqual([
      ['routes.0.auth.key', 'required'],
      ['routes.1.to', 'required'],
      ['routes.1.retries', 'whole'],
      ['routes.1.auth', 'required'],
      ['headers', 'nameless'],
    ]);
    expect([...errorsIn(nested, { routes: [] })]).toEqual([['routes', 'tooFew']]);
    expect([...errorsIn(nested, {})]).toEqual([['routes', 'required']]);
  });
});
