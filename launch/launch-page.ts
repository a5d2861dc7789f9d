/** What the launch page does: check the request, start the sign-in, leave. */
import { parseConfig } from '../src/app/config.ts';
import { hostSettings } from '../src/app/configuration.ts';
import { beginLaunch, type BeginDeps } from '../src/adapters/host/begin.ts';
import { vetLaunch } from '../src/adapters/host/launch-request.ts';
import type { HostSettings } from '../src/adapters/settings.ts';

/** Ids of the sections in launch.html, one for every way a launch ends here. */
export type Problem =
  | 'not-launched'
  | 'incomplete'
  | 'issuer-unknown'
  | 'unsuitable-host'
  | 'storage-blocked'
  | 'failed'
  | 'misconfigured';

export type LaunchPageDeps = BeginDeps & {
  readonly fetch: typeof globalThis.fetch;
  readonly search: string;
  readonly origin: string;
  readonly document: Document;
  /** `location.replace`: the launch page is not left in the history. */
  readonly leave: (url: string) => void;
};

/** A page of ours that takes longer is not coming. */
const configTimeoutMs = 10_000;

/** Leaves for the host's sign-in, or shows why not and what to do. Never rejects. */
export async function runLaunchPage(deps: LaunchPageDeps): Promise<void> {
  const way = await wayOut(deps).catch(
    // A bug of ours must not leave "Opening" on the screen for ever.
    () => stop('misconfigured', 'The launch page stopped unexpectedly.'),
  );
  if (way.type === 'leave') deps.leave(way.url);
  else showProblem(deps.document, way.problem, way.detail);
}

type WayOut =
  | { readonly type: 'leave'; readonly url: string }
  | { readonly type: 'stop'; readonly problem: Problem; readonly detail: string };

function stop(problem: Problem, detail = ''): WayOut {
  return { type: 'stop', problem, detail };
}

async function wayOut(deps: LaunchPageDeps): Promise<WayOut> {
  const hosts = await readHosts(deps);
  if (typeof hosts === 'string') return stop('misconfigured', hosts);
  const vetted = vetLaunch(deps.search, hosts);
  if (vetted.type === 'problem') {
    const { problem } = vetted;
    if (problem === 'not-launched' || problem === 'issuer-unknown') return stop(problem);
    return stop('incomplete', incompleteWords[problem]);
  }
  const begun = await beginLaunch(vetted.request.settings, vetted.request.launch, deps);
  switch (begun.type) {
    case 'ok':
      return { type: 'leave', url: begun.authorizeUrl };
    case 'unsuitable-host':
    case 'storage-blocked':
      return stop(begun.type);
    case 'failed':
      return stop('failed', `Reference ${begun.failure.reference}, ${begun.failure.kind}.`);
  }
}

const incompleteWords = {
  'launch-missing': 'the launch parameter is missing.',
  'issuer-missing': 'the iss parameter is missing.',
  repeated: 'the iss or launch parameter was sent twice.',
  'too-long': 'the iss or launch parameter is too long.',
} as const;

/** The configured hosts, or what is wrong with the configuration in one line. */
async function readHosts(deps: LaunchPageDeps): Promise<readonly HostSettings[] | string> {
  try {
    // Same credentials and mode as the page's preload, which would be fetched twice otherwise.
    const response = await deps.fetch('./smart-config.json', {
      signal: AbortSignal.timeout(configTimeoutMs),
    });
    if (!response.ok) return `smart-config.json answered ${response.status}.`;
    const parsed = parseConfig((await response.json()) as unknown);
    if (parsed.type === 'ok') return hostSettings(parsed.config, deps.origin);
    return `smart-config.json: ${parsed.problems[0] ?? 'not valid'}.`;
  } catch {
    return 'smart-config.json could not be read.';
  }
}

/** The words are in the page already, for who reads it without scripts; only text is put in. */
function showProblem(document: Document, problem: Problem, detail: string): void {
  const section = document.getElementById(problem);
  const opening = document.getElementById('opening');
  if (!section || !opening) return;
  opening.hidden = true;
  const place = section.querySelector('[data-detail]');
  if (place) place.textContent = detail;
  section.hidden = false;
  document.title = section.querySelector('h1')?.textContent ?? document.title;
  section.focus();
}
