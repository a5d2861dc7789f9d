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
    const press = () =>
      settled(() => screen.getByRole('button', { name: laterWords.tryAgain }).click());
    await press();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByRole('status')).toHaveTextContent(laterWords.loading);
    await fail();
    expect(screen.getByRole('alert')).toBeVisible();
    await press();
    await come();
    expect(screen.getByText('Drawn')).toBeVisible();
    expect(fetch).toHaveBeenCalledTimes(3);
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
