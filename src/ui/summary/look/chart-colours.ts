/** A canvas is not recoloured by forced colours, so it has to ask for them itself. */
export type ChartColours = {
  readonly text: string;
  readonly line: string;
  readonly band: string;
  /** The inside of a hollow point. */
  readonly paper: string;
};

const nhs: ChartColours = { text: '#212b32', line: '#005eb8', band: '#cfeadf', paper: '#ffffff' };
const forced: ChartColours = {
  text: 'CanvasText',
  line: 'LinkText',
  band: 'GrayText',
  paper: 'Canvas',
};

/** The NHS palette, or the reader's own colours where these are forced. */
export function coloursNow(): ChartColours {
  return matchMedia('(forced-colors: active)').matches ? forced : nhs;
}
