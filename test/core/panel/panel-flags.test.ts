import { expect, test } from 'vitest';
import { flagInWords } from '../../../src/core/panel/panel-flags.js';

const FLAG = { id: 'rules', severity: 'stop', flag: 'Calls duties something to get round.' } as const;
const seen = [{ interviewer: { name: 'J. Lee' }, shown: 'J. Lee', evidence: undefined }];

test('a flag is a phrase where something stands behind it: no full stop before a parenthesis', () => {
  expect(flagInWords({ ...FLAG, seen }, 3)).toBe('Calls duties something to get round (seen by 1 of 3 interviewers)');
});
