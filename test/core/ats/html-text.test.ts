import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerText } from '../../../src/core/ats/import/html-text.js';

describe('an answer as text', () => {
  test.each([
    ['<p>Calm &amp; clear.</p><p>Asked first.</p>', 'Calm & clear.\n\nAsked first.'],
    ['<ul><li>one</li><li>two</li></ul>', 'one\n\ntwo'],
    ['<div>a<br/>b</div>', 'a\nb'],
    ['<p>a <a href="http://x.example/?a=1&b=2">link</a></p>', 'a link'],
    ['<p>x<script>alert("1 < 2")</script>y</p>', 'xy'],
    ['<p>x<script>never closed', 'xnever closed'],
    ['<p>a<!-- b -->c</p>', 'ac'],
    ['<p>a <!-- never closed', 'a <!-- never closed'],
    ['<p>under 5 < 6 and > 4</p>', 'under 5 < 6 and > 4'],
    ['<p>&#72;&#x69;&nbsp;&copy; &#0;&#xd800;</p>', 'Hi &copy; &#0;&#xd800;'],
  ])('%s', (html, text) => {
    expect(answerText(html)).toBe(text);
  });

  test.each(['latency < 5 ms & p99 > 3', 'use <b> sparingly', '5 <a', '', '<3 this'])(
    'is left as it is where it is no HTML: %s',
    (text) => {
      expect(answerText(text)).toBe(text);
    },
  );

  test('keeps every word between tags, whatever the tags are', () => {
    const tag = fc.constantFrom('<p>', '</p>', '<b class="x">', '<br>', '<', '>', '&amp;', '<li>', '"', '</div>');
    const word = fc.nat({ max: 999 }).map((number) => `w${number}w`);
    fc.assert(
      fc.property(fc.array(fc.tuple(tag, word), { maxLength: 12 }), (parts) => {
        // A space keeps a word from becoming part of a tag, a ">" from being its end.
        const html = `<p>${parts.map(([one, two]) => `${one} ${two} >`).join('')}`;
        const text = answerText(html);
        for (const [, two] of parts) expect(text).toContain(two);
      }),
    );
  });

  test('takes time in proportion to its length', () => {
    for (const part of ['<', '<a ', '<!--', '<script>', '<p "', '&#1', '\n ']) {
      const html = `<p>${part.repeat(50_000)}`;
      const begin = performance.now();
      answerText(html);
      expect(performance.now() - begin, part).toBeLessThan(2000);
    }
  });
});
