import { drawn } from './luotsi-drawn';

/** What the server tells of lines over time: upright in parts of the plot, sideways in columns. */
export type Run = { from: number; heights: number[] };
export type Line = { runs: Run[]; told: { title: string; text: string }[]; filled: boolean; dotted: boolean };
export type Plot = {
  unit: string;
  levels: { at: number; text: string }[];
  columns: { key: string; tick: string; slots: number }[];
  letters: number;
  lines: Line[];
  aim: { at: number; text: string; above: boolean } | null;
  marks: { column: number; text: string; row: number }[];
};

/** Strokes in luotsi.css for lines beside the first one. */
const BESIDE = 5;

/** How a line looks. */
export const stroke = (line: number) => `line-${line && ((line - 1) % BESIDE) + 1}`;

/** In columns. */
const width = ({ columns }: Plot) => Math.max(1, columns.length - 1);

/** A single column stands in the middle. */
const sideways = (plot: Plot, column: number) => (plot.columns.length > 1 ? column : 0.5);

/** Where a column stands, as a part of the width. */
export const across = (plot: Plot, column: number) => sideways(plot, column) / width(plot);

/** A drawing counts from above. */
const point = (plot: Plot, column: number, height: number) => `${sideways(plot, column)} ${(1 - height).toFixed(4)}`;

/** No line at all, but with round ends. */
const dot = (at: string) => `M${at}h0`;

/** A column is one wide, all is one high: the browser stretches the drawing, but not its strokes. */
export function strokes(plot: Plot, ...above: SVGElement[]): SVGElement {
  const grid = plot.levels.map(({ at }) => `M0 ${(1 - at).toFixed(4)}h${2 * width(plot)}`).join('');
  return drawn(
    'svg',
    { viewBox: `0 0 ${width(plot)} 1`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    drawn('path', { class: 'grid', d: grid }),
    // the first line lies above those that it is compared with
    ...plot.lines.map((line, index) => drawn('g', { class: stroke(index) }, ...paths(plot, line))).reverse(),
    ...above
  );
}

function paths(plot: Plot, { runs, filled, dotted }: Line): SVGElement[] {
  const points = runs.map(({ from, heights }) => heights.map((height, i) => point(plot, from + i, height)));
  const long = points.filter((run) => run.length > 1);
  // a point between two gaps would be no line
  const dots = (dotted ? points : points.filter((run) => run.length === 1)).flat();
  const areas = filled ? long.map((run) => `M${run.join('L')}V1H${parseFloat(run[0])}Z`) : [];
  return [
    drawn('path', { class: 'area', d: areas.join('') }),
    drawn('path', { class: 'line', d: long.map((run) => `M${run.join('L')}`).join('') }),
    drawn('path', { class: 'dots', d: dots.map(dot).join('') }),
  ];
}

/** An upright line, and a dot on each line that is known there. */
export function strokesOf(plot: Plot, column: number): SVGElement[] {
  const dots = plot.lines.flatMap(({ runs }, index) =>
    runs
      .filter(({ from, heights }) => from <= column && column < from + heights.length)
      .map(({ from, heights }) => dot(point(plot, column, heights[column - from])))
      .map((d) => drawn('g', { class: stroke(index) }, drawn('path', { class: 'dots', d })))
  );
  return [drawn('path', { class: 'upright', d: `M${point(plot, column, 1)}V1` }), ...dots.reverse()];
}
