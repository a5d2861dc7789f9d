import { describe, expect, it } from 'vitest';
import { chunksAhead } from '../../launch/compiled-ahead.ts';

const bundle = {
  'assets/index-1.js': {
    ...{ type: 'chunk', isEntry: true, facadeModuleId: '/app/launch/index.html' },
    imports: ['assets/preact-2.js'],
  },
  'assets/preact-2.js': { type: 'chunk', facadeModuleId: null, imports: [] },
  'assets/rest-3.js': {
    ...{ type: 'chunk', facadeModuleId: '/app/src/adapters/exchange/rest.ts' },
    imports: ['assets/preact-2.js', 'assets/words-4.js'],
  },
  'assets/words-4.js': { type: 'chunk', facadeModuleId: null, imports: ['assets/words-5.js'] },
  'assets/words-5.js': { type: 'chunk', facadeModuleId: null },
  'assets/print-6.js': { type: 'chunk', facadeModuleId: '/app/src/ui/print-view.tsx' },
  'assets/index-7.css': { type: 'asset' },
};

describe('what is compiled before it is called', () => {
  it('is a part and what it imports, but for what a page loads itself', () => {
    expect(chunksAhead(['/src/adapters/exchange/rest.ts'], bundle)).toEqual([
      'assets/rest-3.js',
      'assets/words-4.js',
      'assets/words-5.js',
    ]);
  });

  it('stops the build where the part is not there', () => {
    expect(() => chunksAhead(['/src/adapters/exchange/moved.ts'], bundle)).toThrow('no chunk');
  });
});
