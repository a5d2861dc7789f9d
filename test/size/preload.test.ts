import { describe, expect, it } from 'vitest';
import { preloadOf } from '../../launch/preload.ts';

const bundle = {
  'assets/index-1.js': { type: 'chunk', facadeModuleId: '/app/launch/index.html' },
  'assets/id-token-2.js': { type: 'chunk', facadeModuleId: '/app/src/adapters/host/id-token.ts' },
  'assets/index-3.css': { type: 'asset' },
};

describe('a chunk preloaded with its page', () => {
  it('is named by its hash', () => {
    expect(preloadOf('/src/adapters/host/id-token.ts', bundle)).toEqual({
      tag: 'link',
      attrs: { rel: 'modulepreload', crossorigin: true, href: './assets/id-token-2.js' },
      injectTo: 'head',
    });
  });

  it('stops the build where it is not there', () => {
    expect(() => preloadOf('/src/adapters/host/moved.ts', bundle)).toThrow('no chunk');
  });
});
