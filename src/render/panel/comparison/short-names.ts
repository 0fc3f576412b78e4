/**
 * As few words of each name as tell it from the others, from the front: `Ada`, `Bo L.` where there is another Bo. Names
 * that are the same stay whole.
 */
export function shortNames(names: readonly string[]): readonly string[] {
  return names.map((name, at) => {
    const others = names.filter((_other, place) => place !== at);
    const isAlone = (form: (one: string) => string) => others.every((other) => form(other) !== form(name));
    return FORMS.find(isAlone)?.(name) ?? name;
  });
}

/** From the shortest on. */
const FORMS: readonly ((name: string) => string)[] = [
  (name) => wordsOf(name)[0] ?? name,
  (name) => {
    const [first = name, ...rest] = wordsOf(name);
    const initial = [...(rest.at(-1) ?? '')][0];
    return initial === undefined ? first : `${first} ${initial}.`;
  },
];

function wordsOf(name: string): readonly string[] {
  const words = name.split(/\s+/);
  // An initial is not a name that anybody goes by.
  const from = words.findIndex((word) => !/^\p{L}\.$/u.test(word));
  return from > 0 ? words.slice(from) : words;
}
