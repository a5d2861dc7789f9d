/**
 * Stands in for the base class of fhirclient's client, which asks a FHIR server for resources. The
 * app reads by requests of its own, each with its own limits, and fhirclient only signs in.
 */
exports.default = class {
  constructor(fhirBaseUrl) {
    this.fhirBaseUrl = fhirBaseUrl;
  }
};
