/** A canvas is not recoloured by forced colours, so it has to ask for them itself. */
export type ChartColours = {
  readonly text: string;
  readonly line: string;
  readonly band: string;
  /** Drawn round a range that has no colour of its own to fill it; null for one that has. */
  readonly edge: string | null;
  /** The inside of a hollow point. */
  readonly paper: string;
};

const nhs: ChartColours = {
  ...{ text: '#212b32', line: '#005eb8', band: '#cfeadf', edge: null, paper: '#ffffff' },
};
const forced: ChartColours = {
  text: 'CanvasText',
  line: 'LinkText',
  // A system colour as a band may be as dark as the line over it.
  band: 'Canvas',
  edge: 'GrayText',
  paper: 'Canvas',
};

/** The NHS palette, or the reader's own colours where these are forced. */
export function coloursNow(): ChartColours {
  return matchMedia('(forced-colors: active)').matches ? forced : nhs;
}
