import { drawn } from './luotsi-drawn';
import { again } from './luotsi-late';
import { across, stroke, strokes, strokesOf, type Plot } from './luotsi-strokes';
import { send } from './luotsi-send';

/** Lines over time: strokes in a drawing, and texts around it whose places are luotsi.css's business. */
class LuotsiLines extends HTMLElement {
  private told?: Plot;
  private place = part('plot', {});
  /** Under the pointer; none: -1. */
  private column = -1;
  private readonly here = drawn('g', { class: 'here' });
  private readonly tip = part('tip', {});

  constructor() {
    super();
    this.tip.hidden = true;
  }

  get plot(): Plot | undefined {
    return this.told;
  }

  set plot(told: Plot) {
    this.told = told;
    this.show(told, -1);
    this.style.setProperty('--letters', `${told.letters}`);
    this.place = part('plot', {}, strokes(told, this.here), ...texts(told), this.field(told), this.tip);
    this.replaceChildren(
      part('unit', {}, told.unit),
      ...told.levels.map(({ at, text }) => part('level', { at }, text)),
      this.place
    );
  }

  connectedCallback() {
    again(this, 'plot');
  }

  /** A whole column answers, not only its few pixels of ink. */
  private field(plot: Plot): HTMLElement {
    const field = part('field', {});
    field.addEventListener('pointermove', (event) => this.show(plot, this.columnAt(plot, event)));
    field.addEventListener('pointerleave', () => this.show(plot, -1));
    field.addEventListener('click', (event) => {
      if (this.hasAttribute('pickable')) {
        const { key } = plot.columns[this.columnAt(plot, event)];
        send(this, 'chart-pick', { key });
      }
    });
    return field;
  }

  private columnAt({ columns }: Plot, { clientX }: MouseEvent): number {
    const { left, width } = this.place.getBoundingClientRect();
    const last = columns.length - 1;
    return Math.min(last, Math.max(0, Math.round(((clientX - left) / width) * last)));
  }

  private show(plot: Plot, column: number) {
    if (column === this.column) {
      return;
    }
    this.column = column;
    this.tip.hidden = column < 0;
    this.here.replaceChildren(...(column < 0 ? [] : strokesOf(plot, column)));
    if (column >= 0) {
      const at = across(plot, column);
      const entries = plot.lines.map(({ told }, index) =>
        part(`entry ${stroke(index)}`, {}, part('title', {}, told[column].title), part('text', {}, told[column].text))
      );
      this.tip.className = `tip ${side(at)}`;
      this.tip.style.setProperty('--at', `${at}`);
      this.tip.replaceChildren(part('box', {}, ...entries));
    }
  }
}

/** What is written into the plot and below it. */
function texts(plot: Plot): HTMLElement[] {
  const { aim, marks, columns } = plot;
  const texts = aim ? [part(`aim ${aim.above ? 'above' : 'below'}`, { at: aim.at }, part('text', {}, aim.text))] : [];
  marks.forEach(({ column, text, row }) => {
    const at = across(plot, column);
    texts.push(part(`mark ${side(at)}`, { at, row }, part('text', {}, text)));
  });
  columns.forEach(({ tick, slots }, column) => {
    if (tick) {
      texts.push(part('tick', { at: across(plot, column), slots }, tick));
    }
  });
  return texts;
}

/** Of what stands at a place, the side that has more room. */
const side = (at: number) => (at > 0.5 ? 'before' : 'after');

function part(name: string, place: Record<string, number>, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement('span');
  made.className = name;
  Object.entries(place).forEach(([property, value]) => made.style.setProperty(`--${property}`, `${value}`));
  made.append(...children);
  return made;
}

customElements.define('luotsi-lines', LuotsiLines);
