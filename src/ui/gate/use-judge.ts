/** A press of the button, which waits for the code that judges it, and says so where that is lost. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { answering } from './answering-part.ts';
import type { judge as judgeAnswer } from './judge.ts';

export type Judge = typeof judgeAnswer;

export type Pressing = {
  /** Whether a press waits for its code, or could not have it. */
  readonly press: 'none' | 'waiting' | 'lost';
  readonly begin: () => void;
  /** Nothing comes of a press any more: something else was answered, or is asked. */
  readonly forget: () => void;
};

/** @param pressed what a press does once its code is there; at once where it is */
export function useJudge(pressed: (judge: Judge) => void): Pressing {
  const [press, setPress] = useState<Pressing['press']>('none');
  /** The press that waits; another than the one that began to wait is not the one that was meant. */
  const waiting = useRef<symbol | null>(null);
  const latest = useRef(pressed);
  latest.current = pressed;
  useLayoutEffect(() => {
    // Ahead of all that is fetched for the record. In vain, it is asked for again by a press.
    answering.load().catch(() => undefined);
    return () => {
      waiting.current = null;
    };
  }, []);
  const settle = (as: Pressing['press']) => {
    waiting.current = null;
    setPress(as);
  };
  const begin = () => {
    const here = answering.here();
    if (here) {
      settle('none');
      pressed(here.judge);
      return;
    }
    if (waiting.current !== null) return;
    const mine = Symbol('press');
    waiting.current = mine;
    setPress('waiting');
    answering.load().then(
      ({ judge }) => {
        if (waiting.current !== mine) return;
        settle('none');
        latest.current(judge);
      },
      () => {
        if (waiting.current === mine) settle('lost');
      },
    );
  };
  return { press, begin, forget: () => settle('none') };
}
