/** To which control the focus goes where drawing took away the one that had it. */
import { afterEach, describe, expect, it } from 'vitest';
import { type Steady, steadily, steadyPage } from '../../src/app/steady.ts';

afterEach(() => {
  document.body.replaceChildren();
});

describe('what has the focus, whose row is drawn anew', () => {
  function startsRecord() {
    const body = document.createElement('div');
    body.className = 'summary__body';
    document.body.replaceChildren(body);
  }

  /** A row of buttons with these words, at the end of the record. */
  function rowOf(...words: readonly string[]) {
    const line = document.createElement('div');
    line.dataset['row'] = 'letter';
    for (const each of words) {
      const button = document.createElement('button');
      button.textContent = each;
      line.append(button);
    }
    document.body.firstElementChild?.append(line);
    return line;
  }
  const page: Steady = { ...steadyPage, inSight: () => [], scrollBy: () => undefined };
  const buttons = (line: Element) => [...line.querySelectorAll('button')];

  /** Which button of the row that takes its place has the focus; -1 for none. */
  function handedTo(was: readonly string[], at: number, now: readonly string[]): number {
    startsRecord();
    const line = rowOf(...was);
    buttons(line)[at]?.focus();
    let anew = line;
    steadily(page, true, () => {
      line.remove();
      anew = rowOf(...now);
    });
    return buttons(anew).findIndex((each) => each === document.activeElement);
  }

  it.each([
    ['hands it to the file of those words', ['Open 1', 'Open 2'], 1, ['Open 1', 'Open 2'], 1],
    ['hands it to it wherever it stands', ['Open 1', 'Open 2'], 1, ['Open 2', 'Open 1'], 0],
    ['hands it to no other file', ['Open 1', 'Open 2'], 1, ['Open 1', 'Open 3'], -1],
    ['hands it to the same of two alike', ['Open', 'Open'], 1, ['Open', 'Open'], 1],
    ['hands it to none where one of two alike went', ['Open', 'Open'], 0, ['Open'], -1],
    ['hands it to none where another alike came', ['Open'], 0, ['Open', 'Open'], -1],
    ['hands it to none where it has no words', ['', 'Open'], 0, ['', 'Open'], -1],
  ])('%s', (_, was, at, now, to) => {
    expect(handedTo(was, at, now)).toBe(to);
  });

  it('hands it from no row to a button in it', () => {
    startsRecord();
    const line = rowOf('Open');
    line.tabIndex = -1;
    line.focus();
    steadily(page, true, () => {
      line.remove();
      rowOf('Open');
    });
    expect(document.activeElement).toBe(document.body);
  });
});
