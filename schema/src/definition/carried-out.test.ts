import { describe, expect, test } from '@jest/globals';
import { INSTALLATION, type Installation, offered } from './carried-out.js';

const whole: Installation = {
  personEvents: ['PROMOTED', 'FIRST_SIGN_IN'],
  approvals: true,
  files: true,
  rights: ['team-lead'],
};

describe('what is offered', () => {
  test('is what the installation carries out', () => {
    expect(offered('via', ['IN_APP', 'APPROVAL'], { now: undefined })).toEqual(['IN_APP']);
    expect(offered('via', ['IN_APP', 'APPROVAL'], { now: undefined, by: whole })).toEqual(['IN_APP', 'APPROVAL']);
    const without = { ...INSTALLATION, files: false };
    expect(offered('deliverable', ['FILE', 'LINK'], { now: 'LINK', by: without })).toEqual(['LINK']);
    expect(offered('grant', ['team-lead', 'other'], { now: undefined, by: whole })).toEqual(['team-lead']);
    expect(
      offered('anchor', ['START', { event: 'PROMOTED' }, { due: 'a' }], {
        now: 'START',
        by: { ...INSTALLATION, personEvents: [] },
      }),
    ).toEqual(['START', { due: 'a' }]);
  });

  test('is also what the plan says already, and no more', () => {
    const without = { ...INSTALLATION, files: false };
    expect(offered('deliverable', ['FILE', 'LINK'], { now: 'FILE', by: without })).toEqual(['FILE', 'LINK']);
    expect(
      offered('anchor', [{ event: 'PROMOTED' }, { event: 'FIRST_SIGN_IN' }], {
        now: { event: 'FIRST_SIGN_IN' },
        by: { ...INSTALLATION, personEvents: [] },
      }),
    ).toEqual([{ event: 'FIRST_SIGN_IN' }]);
  });
});
