/** Names of this machine. Plain http is for providers on it alone: in a test, or beside the demo. */
export const isLoopbackHost = ({ hostname }: URL): boolean => /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);

/** Addresses of Entra that accept people of every company. */
const EVERY_TENANT = /^(common|organizations|consumers)$/i;
const ENTRA = /(^|\.)login\.(microsoftonline\.(com|us)|partner\.microsoftonline\.cn|chinacloudapi\.cn)$/;

export type IssuerProblem = 'NOT_AN_ADDRESS' | 'NOT_HTTPS' | 'EVERY_TENANT';

/** Whether this can be the issuer of one company; its own form of the address where it can. */
export function checkIssuer(text: string): { ok: true; issuer: string } | { ok: false; problem: IssuerProblem } {
  const trimmed = text.trim().replace(/\/\.well-known\/openid-configuration$/, '');
  const url = URL.canParse(trimmed) && trimmed.length <= 500 ? new URL(trimmed) : undefined;
  if (!url || url.search || url.hash || url.username || url.password) return { ok: false, problem: 'NOT_AN_ADDRESS' };
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopbackHost(url)))
    return { ok: false, problem: 'NOT_HTTPS' };
  if (ENTRA.test(url.hostname) && EVERY_TENANT.test(url.pathname.split('/')[1] ?? ''))
    return { ok: false, problem: 'EVERY_TENANT' };
  return { ok: true, issuer: trimmed };
}

/** The tenant that an issuer of Entra is of. */
export function tenantOf(issuer: string): string | undefined {
  const url = new URL(issuer);
  return ENTRA.test(url.hostname) ? url.pathname.split('/')[1] : undefined;
}
