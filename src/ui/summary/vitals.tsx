import { MeasuredSection } from './look/measured-section.tsx';

/** Vital signs and measurements, listed as results are. */
export function Vitals() {
  return <MeasuredSection kind="vital" />;
}
