import { describe, expect, test } from 'vitest';
import { checkSource, parseSourceList } from '../../../../src/core/authoring/material/sources.js';
import { createRubric } from '../../../support/rubrics.js';

const LIST = {
  document: 'role.txt',
  items: [
    { id: 'toil', section: '3', item: 'Counts toil and removes it', words: ['toil'] },
    { id: 'years', item: 'Years in the field', words: ['Years  in the', 'seniority'] },
  ],
};

function check(homes: Readonly<Record<string, string>>, signal = 'Counts Toil in hours') {
  const rubric = createRubric([{ id: 'craft', weight: 100, signals: { strong: [signal], weak: [] } } as never], {
    sources: [{ document: 'role.txt', items: 'sources/role.yaml', homes }],
    requirements: [{ id: 'years', name: 'Years in the field' }],
  });
  const list = parseSourceList(LIST);
  if (!list.ok) throw new Error('the list is not valid');
  return checkSource(rubric, 0, list.value).map(({ code, path }) => `${code} ${path.join('.')}`);
}

describe('an item of a document', () => {
  test('is at home where one of its words stands, in any case and spacing', () => {
    expect(check({ toil: 'craft', years: 'years' })).toEqual([]);
  });

  test.each<[string, Readonly<Record<string, string>>, string | undefined, string[]]>([
    ['without a home', { years: 'years' }, undefined, ['homeless-item sources.0.homes']],
    ['in a part that there is not', { toil: 'crft', years: 'years' }, undefined, ['unknown-home sources.0.homes.toil']],
    [
      'in a part that no longer speaks of it',
      { toil: 'craft', years: 'years' },
      'Counts hours',
      ['silent-home sources.0.homes.toil'],
    ],
    [
      'in a part that has the word inside another',
      { toil: 'craft', years: 'years' },
      'Antitoil',
      ['silent-home sources.0.homes.toil'],
    ],
    [
      'that the document does not have',
      { toil: 'craft', years: 'years', x: 'craft' },
      undefined,
      ['unknown-item sources.0.homes.x'],
    ],
    [
      'whose home is the key of every object',
      { toil: 'craft', years: 'years', constructor: 'craft' },
      undefined,
      ['unknown-item sources.0.homes.constructor'],
    ],
  ])('%s', (_name, homes, signal, problems) => {
    expect(check(homes, signal)).toEqual(problems);
  });

  test('has an id of its own', () => {
    const [item] = LIST.items;
    const list = parseSourceList({ ...LIST, items: [item, item] });
    expect(list.ok ? [] : list.problems).toMatchObject([{ code: 'duplicate-id', path: ['items', 1, 'id'] }]);
  });
});
