import { configSchemaOf, secretNamesOf } from '../../build/index.js';
import type { PluginManifest } from '../../manifest.js';
import type { Plugin } from '../../plugin.js';
import type { Source } from './read-sources.js';

/** Permissions that ask for more than the code needs, and code that asks for more than the permissions give. */
export function permissionFindings(plugin: Plugin, manifest: PluginManifest, sources: readonly Source[]): string[] {
  const { http = [], smtp = [], inbound } = manifest.permissions;
  const code = sources.filter(({ isTest }) => !isTest);
  const uses = (call: RegExp): boolean => code.some(({ text }) => call.test(text));
  const findings = [
    ...http.flatMap(hostFindings),
    ...[...http, ...smtp].flatMap((pattern) => placeholderFindings(pattern, plugin, manifest)),
  ];
  if (http.length > 0 && !uses(/\.http\(/))
    findings.push('permissions.http is asked for, and nothing calls ctx.http. Remove it.');
  if (smtp.length > 0 && !uses(/\.smtp\(/))
    findings.push('permissions.smtp is asked for, and nothing calls ctx.smtp. Remove it.');
  if (http.length === 0 && uses(/\bctx\.http\(/))
    findings.push('ctx.http is called, and permissions.http is empty. Name the addresses it may ask.');
  if (smtp.length === 0 && uses(/\bctx\.smtp\(/))
    findings.push('ctx.smtp is called, and permissions.smtp is empty. Name the mail server.');
  const receives = manifest.contributes.some(({ kind }) => kind === 'INBOUND');
  if (inbound === true && !receives)
    findings.push('permissions.inbound is asked for, and nothing is received. Remove it.');
  if (inbound !== true && receives)
    findings.push('The plugin receives requests. Add inbound: true to its permissions.');
  return [...findings, ...unnamedHosts(code, http), ...unusedHosts(code, http)];
}

function hostFindings(pattern: string): string[] {
  if (/^\{config\.[\w.]+\}(\/.*)?$/.test(pattern)) return [];
  const host = /^https:\/\/([^/]+)(\/.*)?$/.exec(pattern)?.[1];
  if (host === undefined)
    return [`The permission ${pattern} is no https address. Write https://host/path/* or {config.name}/*.`];
  return host.includes('*')
    ? [
        `The permission ${pattern} is for hosts that nobody can foresee. Name each host, or take it from a setting: {config.baseUrl}/*.`,
      ]
    : [];
}

function placeholderFindings(pattern: string, plugin: Plugin, manifest: PluginManifest): string[] {
  const known = Object.keys(plugin.config.shape);
  const secret = secretNamesOf(configSchemaOf(plugin.config, 'config'));
  return [...pattern.matchAll(/\{config\.([\w.]+)\}/g)].flatMap(([, name = '']) => {
    if (secret.includes(name))
      return [
        `The permission ${pattern} holds the secret ${name}, and permissions are shown. Use a setting that is no secret.`,
      ];
    return known.includes(name.split('.')[0] ?? '')
      ? []
      : [`The permission ${pattern} names the setting ${name}, which ${manifest.id} does not have.`];
  });
}

const HOST = /['"`]https:\/\/([a-z0-9.-]+)/gi;
const hostOf = (pattern: string): string | undefined => /^https:\/\/([^/*]+)/.exec(pattern)?.[1];

const unnamedHosts = (code: readonly Source[], http: readonly string[]): string[] =>
  code.flatMap(({ file, text }) =>
    [...text.matchAll(HOST)]
      .map(([, host = '']) => host)
      .filter((host) => !http.some((pattern) => hostOf(pattern) === host))
      .map(
        (host) =>
          `${file} speaks of https://${host}, which permissions.http does not name. Add it, or take it out of the code.`,
      ),
  );

/** A host that stands in the permissions alone is asked by nothing. */
const unusedHosts = (code: readonly Source[], http: readonly string[]): string[] =>
  http.flatMap((pattern) => {
    const host = hostOf(pattern);
    if (host === undefined) return [];
    const mentions = code.flatMap(({ text }) => [...text.matchAll(HOST)]).filter(([, found]) => found === host).length;
    return mentions > 1 ? [] : [`The permission ${pattern} names a host that the code never asks. Remove it.`];
  });
