/**
 * When each part of the app is loaded. A part that is named nowhere here counts as needed before
 * the gate: being lazy does not keep it from that.
 */

/** Loaded when the gate is on screen, and before the summary is usable. */
export const withTheSummary: readonly RegExp[] = [
  // Fetched while the clinician reads the question (src/app/later-screens.ts).
  /\/src\/app\/record-parts\.ts$/,
  // Fetched first while the question is read: what an answer asks for, and what judges it.
  /\/src\/ui\/gate\/answering\.ts$/,
  // Fetched while the question is read, and used once the decision is recorded.
  /\/src\/adapters\/exchange\/rest\.ts$/,
  // Why a launch closed: fetched while the question is read, too, so that closing waits for nothing.
  /\/src\/ui\/screens\/closed-screen\.tsx$/,
  // Prepares the page for its own reload, once an opening is recorded.
  /\/src\/adapters\/host\/sealing\.ts$/,
];

/** Needed by some launches before their record is: with it must come nothing of the record's. */
export const beforeTheRecord: readonly RegExp[] = [
  // Terms, once a version; and the questions to a namesake, or of someone reported dead.
  /\/src\/ui\/questions\/questions-screen\.tsx$/,
  // Once a page was reloaded.
  /\/src\/adapters\/host\/go-on\.ts$/,
  // For a launch that an earlier opening stands for.
  /\/src\/fhir\/gate\/own-permits\.ts$/,
  // Who still has to be told of a break glass, once somebody asks.
  /\/src\/ui\/gate\/told-list\.tsx$/,
];

/** Loaded when it is first needed, by some launches and in some records. */
export const later: readonly RegExp[] = [
  ...beforeTheRecord,
  // Once somebody prints.
  /\/src\/ui\/summary\/print\/print-view\.tsx$/,
  // The chart, once a trend is opened in the record.
  /\/src\/ui\/summary\/look\/trend-chart\.ts$/,
  // For an answer that is one document, where an exchange can not stream.
  /\/src\/fhir\/summary\/bundle\.ts$/,
  // The table beside that chart; what is behind a line; the hits of a search.
  /\/src\/ui\/summary\/look\/trend-panel\.tsx$/,
  /\/src\/ui\/summary\/row-more\.tsx$/,
  /\/src\/ui\/summary\/find\/hits\.ts$/,
  // Far down the page, once somebody comes near.
  /\/src\/ui\/summary\/look\/timeline-body\.tsx$/,
  /\/src\/ui\/summary\/access-log-body\.tsx$/,
  // Records a printing; fetches a letter.
  /\/src\/adapters\/exchange\/(?:print|document)\.ts$/,
  // A letter's and a narrative's, once one is opened; what reads RTF and HTML comes with the letter.
  /\/src\/ui\/summary\/letters\/letter-viewer\.tsx$/,
  /\/src\/ui\/summary\/letters\/letter-content\.tsx$/,
  /\/src\/ui\/summary\/narrative\/narrative-text\.tsx$/,
  /\/src\/adapters\/exchange\/(?:rtf|html)-words\.ts$/,
  // A privacy officer's, who meets no gate.
  /\/src\/fhir\/gate\/review\.ts$/,
  /\/src\/ui\/review\/review-screen\.tsx$/,
];

/** pdf.js, once a PDF is opened. Somebody else's library, listed with its weight and not limited. */
export const pdfLibrary: readonly RegExp[] = [
  /\/src\/ui\/summary\/letters\/pdf-file\.ts$/,
  /(?:^|\/)pdf\.worker[\w.-]*\.mjs$/,
];

/** Verifies the id_token, beside the call that redeems the code: before the gate. */
export const verifier = /\/src\/adapters\/host\/id-token\.ts$/;

export const isOneOf = (patterns: readonly RegExp[], name: string): boolean =>
  patterns.some((pattern) => pattern.test(name));
