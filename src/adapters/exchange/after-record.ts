/** What nobody needs before the gate is passed: loaded apart, while the question is being read. */
export { accessLog } from '../../fhir/gate/access-log.ts';
export { reviewOf } from '../../fhir/gate/review.ts';
export { retrieve } from './retrieve.ts';
