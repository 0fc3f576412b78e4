import {
  createPrompt,
  isEnterKey,
  isTabKey,
  makeTheme,
  useEffect,
  useKeypress,
  usePrefix,
  useRef,
  useState,
} from '@inquirer/core';
import { say, type TerminalText } from '../../core/text/safe-text.js';

/** A question for a name. */
export interface NameQuestion {
  readonly message: TerminalText;
  /** What stands on the line to begin with. */
  readonly begun: string;
  /** What stands below the line while this is typed: rows that fit the terminal, known names among them. */
  below(typed: string): readonly TerminalText[];
  /** The same for who sees no rows: whole lines, before the question. */
  about(): TerminalText;
  /** The known names that may be meant, in order: Tab goes through them. */
  known(typed: string): readonly string[];
  /** What stands below once it is known, which nobody waits for. */
  readonly later: Promise<unknown>;
}

/** `other`: Shift-Tab, for what stands below the line. */
export type NameAnswer =
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'other'; readonly typed: string };

/** Where a question is asked, until somebody leaves. */
export interface Asking {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly signal: AbortSignal;
}

/** A line to type a name on; the known ones stand below it, and Tab goes through them. */
export function askName(question: NameQuestion, { input, output, signal }: Asking): Promise<NameAnswer> {
  return namePrompt(question, { input, output, signal, clearPromptOnDone: false });
}

/** What was typed, and where among the names that this may mean Tab has come to. */
interface Typed {
  readonly line: string;
  readonly typed: string;
  readonly at: number;
}

const LOOK = makeTheme();

const namePrompt = createPrompt<NameAnswer, NameQuestion>((question, done) => {
  // Several keys may come before the next drawing: the reference has them all.
  const now = useRef<Typed>({ line: question.begun, typed: question.begun, at: -1 });
  const drawn = useRef(0);
  const [, setDrawn] = useState(0);
  const draw = () => {
    drawn.current += 1;
    setDrawn(drawn.current);
  };
  const [isDone, setDone] = useState(false);
  const [isEmpty, setEmpty] = useState(false);
  const prefix = usePrefix({ status: isDone ? 'done' : 'idle' });
  useEffect((readline) => {
    readline.write(question.begun);
    // Whatever becomes of it: it is drawn, or it is not.
    void question.later.then(draw, () => undefined);
  }, []);
  useKeypress((key, readline) => {
    const { current } = now;
    setEmpty(false);
    if (isEnterKey(key)) {
      const name = current.line.trim();
      if (name === '') return setEmpty(true);
      setDone(true);
      return done({ type: 'name', name });
    }
    if (isTabKey(key)) {
      if (key.shift) {
        setDone(true);
        return done({ type: 'other', typed: current.line });
      }
      now.current = completed(current, question);
      readline.clearLine(0);
      readline.write(now.current.line);
    } else now.current = { line: readline.line, typed: readline.line, at: -1 };
    draw();
  });
  const { line, typed } = now.current;
  const below = isDone ? [] : [...(isEmpty ? [say`a name is needed`] : []), ...question.below(typed)];
  return [`${prefix} ${LOOK.style.message(question.message, isDone ? 'done' : 'idle')} ${line}`, below.join('\n')];
});

function completed(current: Typed, { known }: NameQuestion): Typed {
  const names = known(current.typed);
  if (names.length === 0) return current;
  const at = (current.at + 1) % names.length;
  return { ...current, line: names[at] ?? current.line, at };
}
