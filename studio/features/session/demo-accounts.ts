/** The accounts that the demo data brings, one per role. They exist only on a loopback address. */
export const DEMO_PASSWORD = 'planwright';

export const DEMO_ACCOUNTS = ['hr', 'designer', 'mentor', 'learner', 'lead', 'admin'] as const;
export type DemoAccount = (typeof DEMO_ACCOUNTS)[number];

export const demoEmail = (account: DemoAccount): string => `${account}@demo.planwright.example`;
