import { afterEach, expect, it } from 'vitest';
import { steadily } from '../../src/app/steady.ts';

afterEach(() => {
  document.body.replaceChildren();
});

/** A page in which the focused button lies where `at` says, in a window 600 px high. */
function page(at: { top: number }, place = 'summary__body') {
  const body = document.createElement('div');
  body.className = place;
  const button = document.createElement('button');
  body.append(button);
  document.body.append(body);
  button.getBoundingClientRect = () => new DOMRect(0, at.top, 10, 10);
  button.focus();
  const scrolled: number[] = [];
  return {
    scrolled,
    button,
    steady: {
      focused: () => document.activeElement,
      height: () => 600,
      scrollBy: (top: number) => void scrolled.push(top),
    },
  };
}

it('what has the focus stays where it is while more is drawn above it', () => {
  const at = { top: 362 };
  const { steady, scrolled } = page(at);
  steadily(steady, () => (at.top = 733));
  expect(scrolled).toEqual([371]);
});

it('nothing is scrolled where it did not move', () => {
  const { steady, scrolled } = page({ top: 362 });
  steadily(steady, () => undefined);
  expect(scrolled).toEqual([]);
});

it.each([
  ['out of sight above', -1, 'summary__body'],
  ['out of sight below', 601, 'summary__body'],
  ['outside of the record', 362, 'gate'],
])('what is %s is not followed', (_, top, place) => {
  const at = { top };
  const { steady, scrolled } = page(at, place);
  steadily(steady, () => (at.top += 100));
  expect(scrolled).toEqual([]);
});

it('what lost the focus, or went, is not followed', () => {
  const at = { top: 362 };
  const { steady, scrolled, button } = page(at);
  steadily(steady, () => {
    at.top = 500;
    button.remove();
  });
  expect(scrolled).toEqual([]);
});
