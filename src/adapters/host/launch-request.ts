import type { HostSettings } from '../settings.ts';

/** A launch that may go on: a configured host, and the opaque value it wants back. */
export type LaunchRequest = {
  readonly settings: HostSettings;
  readonly launch: string;
};

/** Why a launch page was opened in vain. Each has its own words on the page. */
export type LaunchProblem =
  'not-launched' | 'launch-missing' | 'issuer-missing' | 'repeated' | 'too-long' | 'issuer-unknown';

export type VettedLaunch =
  | { readonly type: 'ok'; readonly request: LaunchRequest }
  | { readonly type: 'problem'; readonly problem: LaunchProblem };

/** Launch values are handles; signed ones run to some 2 kB, and more would not fit in a URL. */
const longest = 4096;

/**
 * Vets the query of the launch URL (SMART App Launch 2.2, "EHR launch"): only `iss` and `launch`
 * are read, whatever else a host appends is ignored, and nothing but the two goes any further.
 * @param search `location.search`
 * @param issuers the configured hosts; `iss` must equal one of theirs as a string
 * @returns the one configured host and its launch value, or the problem by name
 */
export function vetLaunch(search: string, issuers: readonly HostSettings[]): VettedLaunch {
  const query = new URLSearchParams(search);
  const given = { iss: query.getAll('iss'), launch: query.getAll('launch') };
  // Which of two values is meant can not be known, and guessing is how launches are confused.
  if (given.iss.length > 1 || given.launch.length > 1) return problem('repeated');
  const iss = given.iss[0] ?? '';
  const launch = given.launch[0] ?? '';
  if (iss === '' && launch === '') return problem('not-launched');
  if (iss === '') return problem('issuer-missing');
  if (launch === '') return problem('launch-missing');
  if (iss.length > longest || launch.length > longest) return problem('too-long');
  const settings = issuers.find((each) => each.issuer === iss);
  return settings ? { type: 'ok', request: { settings, launch } } : problem('issuer-unknown');
}

function problem(name: LaunchProblem): VettedLaunch {
  return { type: 'problem', problem: name };
}
