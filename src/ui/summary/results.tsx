import { MeasuredSection } from './look/measured-section.tsx';

/** Laboratory and other results. */
export function Results() {
  return <MeasuredSection kind="result" />;
}
