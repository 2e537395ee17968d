import { describe, expect, it } from '@jest/globals';
import { initial } from './initial';
import { barPlaces, isAt, placesFor } from './places';

const keys = (...roles: Parameters<typeof placesFor>[0]) => placesFor(roles).map((place) => place.key);

describe('the rail', () => {
  it('shows everybody the places that have something for them', () => {
    expect(keys('LEARNER')).toEqual(['myPlan']);
    expect(keys('MENTOR')).toEqual(['reviews', 'cohorts']);
    expect(keys('DESIGNER')).toEqual(['plans', 'cohorts', 'people']);
    expect(keys('ADMIN')).toContain('audit');
    expect(keys('ADMIN')).toContain('integrations');
    expect(keys('HR')).toContain('integrations');
    expect(keys('HR')).toContain('outcomes');
    expect(keys('MENTOR')).not.toContain('outcomes');
    expect(keys('DESIGNER')).not.toContain('integrations');
    expect(keys('HR')).not.toContain('audit');
  });

  it('leaves room for "more" on a phone', () => {
    const { shown, more } = barPlaces(placesFor(['ADMIN', 'HR', 'LEARNER']));
    expect(shown.map((place) => place.key)).toEqual(['myPlan', 'inbox', 'reviews']);
    expect(more.length).toBeGreaterThan(0);
    expect(barPlaces(placesFor(['LEARNER'])).shown.map((place) => place.key)).toEqual(['myPlan', 'inbox']);
  });

  it('knows where one is, below a place too', () => {
    const [plans] = placesFor(['DESIGNER']);
    if (!plans) throw new Error('a designer has a place');
    expect(isAt(plans, '/plans/retail')).toBe(true);
    expect(isAt(plans, '/plans-of-others')).toBe(false);
    const integrations = placesFor(['HR']).find((place) => place.key === 'integrations');
    expect(integrations && isAt(integrations, '/plugins')).toBe(true);
  });
});

describe('the letter on the account button', () => {
  it.each([
    ['王思远', '思'],
    ['李敏', '李'],
    ['Ada Lovelace', 'A'],
    ['欧阳思远', '思'],
  ])('of %s is %s', (name, letter) => {
    expect(initial(name)).toBe(letter);
  });
});
