import { act, fireEvent, render, screen } from '@testing-library/preact';
import { useRef } from 'preact/hooks';
import { describe, expect, it } from 'vitest';
import { usePassed } from '../../src/ui/summary/look/passed.ts';

function Page() {
  const place = useRef<HTMLElement>(null);
  const isPassed = usePassed(place);
  return (
    <>
      <button type="button">Above</button>
      <section ref={place}>
        <button type="button">Within</button>
        <output>{isPassed ? 'passed' : 'not passed'}</output>
      </section>
      <button type="button">Below</button>
    </>
  );
}

const focus = (name: string) =>
  act(() => {
    screen.getByRole('button', { name }).focus();
  });
const isPassed = () => screen.getByRole('status').textContent === 'passed';

describe('a place that is drawn late is passed', () => {
  it('by the End key', () => {
    render(<Page />);
    expect(isPassed()).toBe(false);
    fireEvent.keyDown(document.body, { key: 'End' });
    expect(isPassed()).toBe(true);
  });

  it.each([
    ['Above', false],
    ['Within', false],
    ['Below', true],
  ])('by the focus where it goes to what follows: %s', async (where, expected) => {
    render(<Page />);
    await focus(where);
    expect(isPassed()).toBe(expected);
  });

  it.each([
    ['another key', () => fireEvent.keyDown(document.body, { key: 'PageUp' })],
    ['the wheel', () => fireEvent.wheel(document.body)],
    ['a press', () => fireEvent(document.body, new MouseEvent('pointerdown', { bubbles: true }))],
    ['a finger', () => fireEvent.touchStart(document.body)],
    ['the focus that goes back', () => focus('Above')],
  ])('no longer after %s', async (_, sign) => {
    render(<Page />);
    await focus('Below');
    expect(isPassed()).toBe(true);
    await sign();
    expect(isPassed()).toBe(false);
  });
});
