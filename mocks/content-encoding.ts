/** Which of the encodings a file is there in goes to whom (RFC 9110, section 12.5.3). */

/** The forms a build may hold, smallest first, and how their files end. */
export const encodings = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;
export type Encoding = (typeof encodings)[number]['name'];

/**
 * The smallest form the client takes; `identity` where it takes none of them.
 * @param accepted the request's `Accept-Encoding`, empty where it has none
 */
export function chooseEncoding(
  accepted: string,
  present: readonly Encoding[],
): Encoding | 'identity' {
  const best = encodings.find(({ name }) => present.includes(name) && accepts(accepted, name));
  return best?.name ?? 'identity';
}

function accepts(header: string, encoding: Encoding): boolean {
  return header.split(',').some((item) => {
    const [name, ...parameters] = item.split(';').map((part) => part.trim().toLowerCase());
    return name === encoding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}
