import type { SmtpResponse } from '@planwright/plugin-sdk';
import { type DeliveringService, testChannel, type WireMail } from '@planwright/plugin-sdk/testing';
import plugin from './index.js';

const password = 'correct-horse-battery';

/** A mail server that keeps what it takes, and knows one password. */
function mailServer(): DeliveringService {
  const taken: WireMail[] = [];
  return {
    effects: () => taken,
    mail(mail): SmtpResponse {
      if (mail.auth?.password !== password)
        return { accepted: [], rejected: [], stage: 'before-data', code: 535, text: '5.7.8 Authentication failed' };
      taken.push(mail);
      return { accepted: mail.envelope.to, rejected: [], stage: 'answered', code: 250, text: '2.0.0 Ok: queued' };
    },
  };
}

testChannel(plugin, 'mail', {
  config: {
    host: 'smtp.company.example',
    port: 587,
    security: 'starttls',
    user: 'planwright',
    from: 'plan@company.example',
  },
  secrets: { password },
  service: mailServer,
  people: [{ person: 'p1', name: '林晓', identities: { email: 'lin@company.example', ids: {} } }],
});
