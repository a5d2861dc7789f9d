/** Has a page fetch a chunk with its first ones that its code asks for only once it runs. */
import type { HtmlTagDescriptor, Plugin } from 'vite';

/** What of a built file it takes to know which module it begins with. */
type Built = { readonly type: string; readonly facadeModuleId?: string | null };

/**
 * @param page file name of the page, e.g. `index.html`
 * @param module end of the path of the module that is imported later
 * The build fails where there is no chunk of that module: a preload of nothing helps nobody.
 */
export function preloadWith(page: string, module: string): Plugin {
  return {
    name: `preload ${module}`,
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { filename, bundle }) =>
        filename.endsWith(`/${page}`) ? [preloadOf(module, bundle ?? {})] : [],
    },
  };
}

/** The tag for the chunk that begins with this module, whatever its hash. */
export function preloadOf(
  module: string,
  bundle: Readonly<Record<string, Built>>,
): HtmlTagDescriptor {
  const found = Object.entries(bundle).find(
    ([, file]) => file.type === 'chunk' && file.facadeModuleId?.endsWith(module) === true,
  );
  if (!found) throw new Error(`There is no chunk of ${module} to preload.`);
  const href = `./${found[0]}`;
  return {
    tag: 'link',
    attrs: { rel: 'modulepreload', crossorigin: true, href },
    injectTo: 'head',
  };
}
