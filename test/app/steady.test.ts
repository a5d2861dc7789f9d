import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { steadily, steadyPage } from '../../src/app/steady.ts';

afterEach(() => {
  document.body.replaceChildren();
});

type Lying = { top: number; height?: number };

/** An element that lies where `at` says. */
function lying<T extends Element>(element: T, at: Lying): T {
  element.getBoundingClientRect = () => new DOMRect(0, at.top, 10, at.height ?? 10);
  return element;
}

/** A page in a window 600 px high, with these rows in sight and nothing focused in it. */
function page(inSight: readonly Element[] = []) {
  const scrolled: number[] = [];
  return {
    scrolled,
    steady: {
      ...{ focused: () => document.activeElement, inSight: () => inSight, height: () => 600 },
      holdFocus: steadyPage.holdFocus,
      scrollBy: (top: number) => void scrolled.push(top),
      alone: (run: () => void) => {
        run();
      },
    },
  };
}

/** A button with the focus, in a part of the page of this name. */
function focused(at: Lying, place = 'summary__body'): HTMLButtonElement {
  const body = document.createElement('div');
  body.className = place;
  const button = lying(document.createElement('button'), at);
  body.append(button);
  document.body.append(body);
  button.focus();
  return button;
}

function row(at: Lying): Element {
  const element = lying(document.createElement('li'), at);
  document.body.append(element);
  return element;
}

describe('what has the focus', () => {
  it('stays where it is while more is drawn above it', () => {
    const at = { top: 362 };
    focused(at);
    const { steady, scrolled } = page();
    steadily(steady, false, () => (at.top = 733));
    expect(scrolled).toEqual([371]);
  });

  it('is not scrolled where it did not move', () => {
    focused({ top: 362 });
    const { steady, scrolled } = page();
    steadily(steady, false, () => undefined);
    expect(scrolled).toEqual([]);
  });

  it.each([
    ['out of sight above', -1, 'summary__body'],
    ['out of sight below', 601, 'summary__body'],
    ['outside of the record', 362, 'gate'],
  ])('is not followed where it is %s', (_, top, place) => {
    const at = { top };
    focused(at, place);
    const { steady, scrolled } = page();
    steadily(steady, false, () => (at.top += 100));
    expect(scrolled).toEqual([]);
  });

  it('is not followed where it was lost, or went', () => {
    const at = { top: 362 };
    const button = focused(at);
    const { steady, scrolled } = page();
    steadily(steady, false, () => {
      at.top = 500;
      button.remove();
    });
    expect(scrolled).toEqual([]);
  });

  it('has it still where drawing took it out and put it in again', () => {
    const at = { top: 362 };
    const button = focused(at);
    const { steady, scrolled } = page([row({ top: 100 })]);
    steadily(steady, true, () => {
      document.body.firstElementChild?.prepend(button);
      at.top = 400;
    });
    expect(document.activeElement).toBe(button);
    expect(scrolled).toEqual([38]);
  });

  it('hands it on to the same control of the same row elsewhere, which takes its place', () => {
    const control = (name: string, at: Lying) => {
      const line = document.createElement('div');
      line.dataset['row'] = 'a "line"';
      const button = lying(document.createElement('button'), at);
      button.setAttribute('aria-label', name);
      line.append(button);
      document.body.firstElementChild?.append(line);
      return button;
    };
    focused({ top: 0 });
    const here = control('Less about Warfarin', { top: 362 });
    here.focus();
    const { steady, scrolled } = page([row({ top: 100 })]);
    steadily(steady, true, () => {
      here.parentElement?.remove();
      control('Trend of Warfarin', { top: 900 });
      control('Less about Warfarin', { top: 700 });
    });
    expect(document.activeElement).toHaveAttribute('aria-label', 'Less about Warfarin');
    expect(scrolled).toEqual([338]);
  });

  it('is left where drawing led it', () => {
    const button = focused({ top: 362 });
    const other = focused({ top: 300 });
    button.focus();
    steadily(page().steady, true, () => {
      button.remove();
      other.focus();
    });
    expect(document.activeElement).toBe(other);
  });

  it('comes before what else is in sight', () => {
    const [at, top] = [{ top: 362 }, { top: 100 }];
    focused(at);
    const { steady, scrolled } = page([row(top)]);
    steadily(steady, true, () => (at.top += 20));
    expect(scrolled).toEqual([20]);
  });
});

describe('what is in sight, once somebody has begun to read', () => {
  it('stays where it is while more is drawn above it, whatever has the focus', () => {
    const at = { top: 100 };
    const { steady, scrolled } = page([row(at), row({ top: 200 })]);
    steadily(steady, true, () => (at.top = 371));
    expect(scrolled).toEqual([271]);
  });

  it('may move before', () => {
    const at = { top: 100 };
    const { steady, scrolled } = page([row(at)]);
    steadily(steady, false, () => (at.top = 371));
    expect(scrolled).toEqual([]);
  });

  it.each(['gone', 'behind a letter'] as const)(
    'is kept by the next row where the topmost is %s',
    (where) => {
      const next = { top: 130 };
      const topmost = row({ top: 100 });
      const { steady, scrolled } = page([topmost, row(next)]);
      steadily(steady, true, () => {
        if (where === 'gone') topmost.remove();
        else lying(topmost, { top: 0, height: 0 });
        next.top = 150;
      });
      expect(scrolled).toEqual([20]);
    },
  );

  it('is kept while the focus is in the notice of what arrived', () => {
    const at = { top: 100 };
    focused({ top: 500 }, 'summary__body late');
    const { steady, scrolled } = page([row(at)]);
    steadily(steady, true, () => (at.top = 140));
    expect(scrolled).toEqual([40]);
  });
});

describe('the page itself', () => {
  beforeEach(() => {
    document.body.innerHTML = `
      <header class="top"></header>
      <section class="section" id="outside"></section>
      <div class="summary__body">
        <ul class="late"><li class="item" id="notice"></li></ul>
        <section class="section" id="under-the-patient"></section>
        <section class="section" id="unseen"></section>
        <ul><li class="item" id="first"></li><li class="drug" id="second"></li></ul>
        <section class="section" id="below"><p class="item" id="not-laid-out"></p></section>
      </div>`;
    const at = (id: string, lies: Lying) => {
      const element = document.getElementById(id);
      if (element) lying(element, lies);
    };
    const header = document.querySelector('header');
    if (header) lying(header, { top: 0, height: 50 });
    at('outside', { top: 100 });
    at('notice', { top: 100 });
    at('under-the-patient', { top: 40 });
    at('unseen', { top: 60, height: 0 });
    at('first', { top: 60 });
    at('second', { top: 90 });
    at('below', { top: window.innerHeight });
    const within = document.getElementById('not-laid-out');
    if (within) {
      within.getBoundingClientRect = () => {
        throw new Error('To say where it lies, it is laid out.');
      };
    }
  });

  it('has in sight what lies between the patient and the foot of the window', () => {
    expect(steadyPage.inSight().map(({ id }) => id)).toEqual(['first', 'second']);
  });

  it('asks for no place in a section that is out of sight', () => {
    expect(() => steadyPage.inSight()).not.toThrow();
  });

  it('leaves no place to the browser while it draws, and leaves it on afterwards', () => {
    const { style } = document.documentElement;
    const anchoring = () => style.getPropertyValue('overflow-anchor');
    const during: string[] = [];
    steadyPage.alone(() => {
      during.push(anchoring());
    });
    expect([during, anchoring()]).toEqual([['none'], '']);
    expect(() => {
      steadyPage.alone(() => {
        throw new Error('a drawing that fails');
      });
    }).toThrow('a drawing that fails');
    expect(anchoring()).toBe('');
  });
});
