import { describe, expect, it } from 'vitest';
import { filesInHtml, filesOf } from './build-files.ts';

const manifest = {
  'index.html': {
    file: 'assets/index.js',
    css: ['assets/index.css'],
    imports: ['_shared.js'],
    dynamicImports: ['../src/adapters/id-token.ts', '../src/ui/summary.tsx'],
  },
  '_shared.js': { file: 'assets/shared.js', imports: ['index.html'] },
  '../src/adapters/id-token.ts': { file: 'assets/id-token.js', imports: ['_shared.js'] },
  '../src/ui/summary.tsx': { file: 'assets/summary.js', css: ['assets/summary.css'] },
};

describe('what loading a page brings', () => {
  it('is the page, what it imports, and every lazy part that comes along', () => {
    const follow = (lazy: string) => !lazy.includes('ui/summary');
    expect(filesOf(manifest, 'index.html', follow)).toEqual([
      'assets/id-token.js',
      'assets/index.css',
      'assets/index.js',
      'assets/shared.js',
    ]);
  });

  it('includes what the page names itself', () => {
    const html =
      '<script type="module" src="./assets/a.js"></script><link href="/b.css" rel="stylesheet">' +
      '<link rel="icon" href="./c.svg">';
    expect(filesInHtml(html)).toEqual(['assets/a.js', 'b.css']);
  });

  it('can not be told for a page the build does not have', () => {
    expect(() => filesOf({}, 'launch.html')).toThrow('launch.html');
  });
});
