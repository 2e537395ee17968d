/** The accounts that the demo data brings, one per role. They exist only on a loopback address. */
export const DEMO_ACCOUNTS = ['hr', 'designer', 'mentor', 'learner', 'lead', 'admin'] as const;
export type DemoAccount = (typeof DEMO_ACCOUNTS)[number];

export const demoEmail = (account: DemoAccount): string => `${account}@demo.planwright.example`;

/** Password of the demo accounts, where the launcher says that there are some. It is in the page: a demo has no secret. */
export function demoPassword(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  if (environment.PLANWRIGHT_DEMO !== '1') return undefined;
  return environment.PLANWRIGHT_DEMO_PASSWORD || 'planwright';
}
