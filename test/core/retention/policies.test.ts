import { describe, expect, test } from 'vitest';
import { cutoffOf, POLICIES, yearsBefore } from '../../../src/core/retention/policies.js';

test.each([
  ['2026-11-26', 1, '2025-11-26'],
  ['2028-02-29', 1, '2027-02-28'],
  ['2028-02-29', 4, '2024-02-29'],
  ['2027-03-01', 3, '2024-03-01'],
  ['2027-12-31', 1, '2026-12-31'],
])('%s, %i years before, is %s', (day, years, earlier) => {
  expect(yearsBefore(day, years)).toBe(earlier);
});

describe('what is old enough to go', () => {
  const today = '2026-11-26';
  const cutoff = (policies: readonly (keyof typeof POLICIES)[], before?: string) =>
    cutoffOf({ before, policies, today })?.before;

  test('is what each rule no longer asks to keep', () => {
    expect(cutoff(['us'])).toBe('2025-11-26');
    expect(cutoff(['us-co'])).toBe('2023-11-26');
    expect(cutoff(['us-ca'])).toBe('2022-11-26');
  });

  test('of several rules the longest counts, and of a rule and a day the earlier', () => {
    expect(cutoff(['us', 'us-ca', 'us-co'])).toBe('2022-11-26');
    expect(cutoff(['us'], '2026-01-01')).toBe('2025-11-26');
    expect(cutoff(['us'], '2024-01-01')).toBe('2024-01-01');
  });

  test('a rule without a period gives no day, and takes none away', () => {
    expect(cutoff(['eu'])).toBeUndefined();
    expect(cutoff(['eu', 'uk'])).toBeUndefined();
    expect(cutoff([])).toBeUndefined();
    expect(cutoffOf({ before: undefined, policies: ['eu', 'us'], today })).toEqual({
      before: '2025-11-26',
      policies: ['us'],
    });
    expect(cutoff(['eu'], '2026-05-26')).toBe('2026-05-26');
  });
});

test('each rule is a fact with its source', () => {
  for (const { fact, source } of Object.values(POLICIES)) {
    expect(source).toMatch(/\d/);
    expect(`${fact} ${source}`).not.toMatch(/complian|you (must|should)/i);
  }
});
