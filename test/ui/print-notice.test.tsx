/** While a printing is recorded, and where it was not. */
import { render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { PrintNotice } from '../../src/ui/summary/print/print-notice.tsx';
import { failure } from './fixtures.ts';

describe('nothing is on paper', () => {
  it('while the printing is being recorded', () => {
    render(<PrintNotice print={{ printId: 'p1', type: 'recording' }} send={vi.fn()} />);
    expect(screen.getByRole('status')).toHaveTextContent('Recording the printing');
  });

  it('where it could not be recorded, which is said, and it can be tried again', () => {
    const send = vi.fn();
    render(<PrintNotice print={{ printId: 'p1', type: 'failed', failure }} send={send} />);
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Printing is not recorded, so nothing was printed. Try again',
    );
    screen.getByRole('button', { name: 'Try again' }).click();
    expect(send).toHaveBeenCalledWith({ type: 'print' });
  });
});
