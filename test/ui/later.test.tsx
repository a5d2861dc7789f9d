import { act, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { part, useLater, WithPart } from '../../src/ui/parts/later.tsx';
import { laterWords } from '../../src/ui/wording/later.ts';

/** Code on its way: each fetch is answered by `come` or `fail`. */
function coming() {
  const asked: { come: (words: string) => void; fail: () => void }[] = [];
  const fetch = vi.fn(
    () =>
      new Promise<string>((resolve, reject) => {
        asked.push({ come: resolve, fail: () => reject(new TypeError('no network')) });
      }),
  );
  const last = () => asked.at(-1);
  return {
    fetch,
    wanted: part(fetch),
    come: (words = 'Drawn') => settled(() => last()?.come(words)),
    fail: () => settled(() => last()?.fail()),
  };
}

/** With all that waits for it. */
const settled = (answer: () => void) =>
  act(async () => {
    answer();
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  });

/** As somebody at the keyboard does: the focus is there. */
async function pressTryAgain(): Promise<HTMLElement> {
  const button = screen.getByRole('button', { name: laterWords.tryAgain });
  button.focus();
  await settled(() => button.click());
  return button;
}

const drawing = (wanted: ReturnType<typeof part<string>>) => (
  <WithPart of={wanted}>{(words) => <p>{words}</p>}</WithPart>
);

describe('a part that comes later', () => {
  it('is said to be on its way, and drawn once it has come', async () => {
    const { wanted, come } = coming();
    render(drawing(wanted));
    expect(screen.getByRole('status')).toHaveTextContent(laterWords.loading);
    await come();
    expect(screen.getByText('Drawn')).toBeVisible();
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('has something else in its place until then, where that is given', async () => {
    const { wanted, come } = coming();
    render(
      <WithPart of={wanted} until={<p>Soon</p>}>
        {(words) => <p>{words}</p>}
      </WithPart>,
    );
    expect(screen.getByText('Soon')).toBeVisible();
    await come();
    expect(screen.queryByText('Soon')).toBeNull();
  });

  it('that has come once is there at once, without a line that flickers', async () => {
    const { wanted, come, fetch } = coming();
    const first = render(drawing(wanted));
    await come();
    first.unmount();
    const seen: string[] = [];
    function Watched() {
      const later = useLater(wanted);
      seen.push(later.type);
      return null;
    }
    render(<Watched />);
    expect(seen).toEqual(['loaded']);
    expect(fetch).toHaveBeenCalledOnce();
  });

  it('is fetched once, however many wait for it', async () => {
    const { wanted, come, fetch } = coming();
    render(
      <>
        {drawing(wanted)}
        {drawing(wanted)}
      </>,
    );
    await come();
    expect(screen.getAllByText('Drawn')).toHaveLength(2);
    expect(fetch).toHaveBeenCalledOnce();
  });

  it('is left alone where nobody wants it any more', async () => {
    const { wanted, fail } = coming();
    const { unmount } = render(drawing(wanted));
    unmount();
    await fail();
    expect(document.body).toHaveTextContent('');
  });
});

describe('a part that can not be had', () => {
  it('says so, and is tried again on demand, as often as it takes', async () => {
    const { wanted, come, fail, fetch } = coming();
    render(drawing(wanted));
    await fail();
    expect(screen.getByRole('alert')).toHaveTextContent(laterWords.failed);
    await pressTryAgain();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByRole('status')).toHaveTextContent(laterWords.loading);
    await fail();
    expect(screen.getByRole('alert')).toBeVisible();
    await pressTryAgain();
    await come();
    expect(screen.getByText('Drawn')).toBeVisible();
    expect(fetch).toHaveBeenCalledTimes(3);
  });

  it('keeps the focus at its button while it is tried again, and says that it is', async () => {
    const { wanted, fail, fetch } = coming();
    render(drawing(wanted));
    await fail();
    const button = await pressTryAgain();
    expect(button).toHaveFocus();
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(screen.getByRole('status')).toHaveTextContent(laterWords.loading);
    await pressTryAgain();
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('is said to be lost each time anew, and the focus is still at the button', async () => {
    const { wanted, fail } = coming();
    render(drawing(wanted));
    await fail();
    const said = screen.getByRole('alert');
    const button = await pressTryAgain();
    await fail();
    expect(button).toHaveFocus();
    expect(button).not.toHaveAttribute('aria-disabled');
    // One that only changes its role is not read out again.
    expect(screen.getByRole('alert')).not.toBe(said);
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('has the focus once it comes, where that was at the button', async () => {
    const { wanted, come, fail } = coming();
    render(drawing(wanted));
    await fail();
    await pressTryAgain();
    await come();
    const drawn = screen.getByText('Drawn').parentElement;
    expect(drawn).toHaveFocus();
    expect(drawn).toHaveAttribute('tabindex', '-1');
  });

  it.each([
    ['in a field', () => screen.getByLabelText('Elsewhere').focus()],
    ['nowhere', () => screen.getByRole('button', { name: laterWords.tryAgain }).blur()],
  ])('leaves the focus where somebody has gone while it was tried again: %s', async (_, go) => {
    const { wanted, come, fail } = coming();
    render(
      <>
        <input aria-label="Elsewhere" />
        {drawing(wanted)}
      </>,
    );
    await fail();
    await pressTryAgain();
    go();
    const there = document.activeElement;
    await come();
    expect(screen.getByText('Drawn')).toBeVisible();
    expect(there).toHaveFocus();
  });

  it('leaves the focus where what came has put it', async () => {
    const { wanted, come, fail } = coming();
    const atOnce = (element: HTMLElement | null) => element?.focus();
    render(
      <WithPart of={wanted}>
        {(words) => (
          <p tabIndex={-1} ref={atOnce}>
            {words}
          </p>
        )}
      </WithPart>,
    );
    await fail();
    await pressTryAgain();
    await come();
    expect(screen.getByText('Drawn')).toHaveFocus();
  });

  it('is tried again wherever it is opened next', async () => {
    const { wanted, come, fail } = coming();
    const { unmount } = render(drawing(wanted));
    await fail();
    unmount();
    render(drawing(wanted));
    await come();
    expect(screen.getByText('Drawn')).toBeVisible();
  });
});
