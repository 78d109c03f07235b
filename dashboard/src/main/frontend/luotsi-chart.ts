/** Draws the option that the server sends; colours, number formats and widths are the browser's business. */
import { again } from './luotsi-late';
import { namesAbove } from './luotsi-narrow';
import { font, theme, tones, whenThemeChanges } from './luotsi-theme';

type Json = any;

const NARROW = 560;
const measure = document.createElement('canvas').getContext('2d')!;
const told = (point: Json) => `{title|${point.data.title}}\n{text|${point.data.text}}`;

class LuotsiChart extends HTMLElement {
  private spec?: Json;
  private chart?: Json;
  private forget?: () => void;
  private readonly resized = new ResizeObserver(() => this.fit());

  get option(): Json {
    return this.spec;
  }

  set option(spec: Json) {
    this.spec = spec;
    this.draw();
  }

  async connectedCallback() {
    again(this, 'option');
    const { init } = await import('./luotsi-echarts');
    const { clientWidth, clientHeight } = this;
    // all charts of a page are measured before the first one draws: drawing makes the browser lay out again
    await undefined;
    if (!this.isConnected || this.chart) {
      return;
    }
    this.chart = init(this, theme(this), { renderer: 'svg', width: clientWidth, height: clientHeight });
    this.chart.getZr().on('click', (event: Json) => this.pick(event));
    this.chart.getZr().on('mousemove', (event: Json) =>
      this.chart?.getZr().setCursorStyle(this.keyAt(event) ? 'pointer' : 'default')
    );
    this.resized.observe(this);
    this.forget = whenThemeChanges(() => {
      this.chart?.setTheme(theme(this), { silent: true });
      this.fit(); // on paper it is as wide as luotsi.css says, and nothing tells of it
      this.draw();
    });
    this.draw();
  }

  disconnectedCallback() {
    this.resized.disconnect();
    this.forget?.();
    this.chart?.dispose();
    this.chart = undefined;
  }

  /** Observing begins by telling of the size it has. */
  private fit() {
    const { clientWidth: width, clientHeight: height } = this;
    if (this.chart && (width !== this.chart.getWidth() || height !== this.chart.getHeight())) {
      this.chart.resize({ width, height });
      this.draw();
    }
  }

  private draw() {
    const width = this.chart?.getWidth();
    if (!this.spec || !width) {
      return;
    }
    const { luotsi, ...option } = structuredClone(this.spec);
    const format = new Intl.NumberFormat(luotsi.locale, luotsi.style);
    const bars = option.yAxis.type === 'category';
    if (bars) {
      if (width < NARROW) {
        shorten(option.series.at(-1).data);
        namesAbove(option, width);
      } else {
        option.yAxis.axisLabel = names(width);
      }
      option.grid = { right: roomFor(option.series.at(-1).data) };
      this.paint(option.series);
    } else {
      option.yAxis.axisLabel = { formatter: (value: number) => format.format(value) };
      option.xAxis.axisLabel = { alignMinLabel: 'left', alignMaxLabel: 'right', showMinLabel: true, showMaxLabel: true };
    }
    option.tooltip = {
      trigger: 'axis',
      formatter: (points: Json) => points.filter((point: Json) => point.data.text).map(told).join('\n'),
    };
    this.chart.setOption(option, true);
    // the sentence says it; ECharts would have its numbers read out one by one as a second image
    this.querySelector('svg')?.setAttribute('aria-hidden', 'true');
    this.toggleAttribute('drawn', true);
  }

  private paint(series: Json) {
    const toned = series.flatMap((one: Json) => one.data).filter((datum: Json) => datum.tone);
    const look = toned.length ? tones(this) : {};
    toned.forEach((datum: Json) => (datum.itemStyle = look[datum.tone]));
  }

  /** A whole row or column answers, not only its few pixels of ink. */
  private keyAt(event: Json): string | undefined {
    if (!this.hasAttribute('pickable') || !this.chart) {
      return undefined;
    }
    const at = this.chart.convertFromPixel({ seriesIndex: 0 }, [event.offsetX, event.offsetY]);
    const index = this.spec.yAxis.type === 'category' ? at?.[1] : at?.[0];
    return this.spec.series[0].data[index]?.key;
  }

  private pick(event: Json) {
    const key = this.keyAt(event);
    if (key) {
      this.dispatchEvent(new CustomEvent('chart-pick', { detail: { key } }));
    }
  }
}

/** Whole where there is room, else on two lines; the tooltip and the table have them whole. */
function names(chartWidth: number): Json {
  const width = Math.min(360, Math.round(chartWidth * 0.4));
  const fontSize = 14;
  const fits = (text: string) => inked(text, fontSize) < width - 8;
  const formatter = (name: string) => {
    const words = name.split(' ');
    let first = words.shift()!;
    while (words.length && fits(`${first} ${words[0]}`)) {
      first += ` ${words.shift()}`;
    }
    let second = words.join(' ');
    const whole = fits(second);
    while (second && !fits(`${second}…`)) {
      second = second.slice(0, -1);
    }
    return words.length ? `${first}\n${whole ? words.join(' ') : `${second.trimEnd()}…`}` : first;
  };
  return { formatter, fontSize, lineHeight: fontSize + 2, width, overflow: 'truncate', margin: 12 };
}

/** On a phone the bars need the room. */
function shorten(bars: Json) {
  bars.forEach((bar: Json) => bar.label.brief && (bar.label.formatter = bar.label.brief));
}

/** ECharts keeps no room for what is written behind a bar. */
function roomFor(bars: Json): number {
  const known = bars.filter((bar: Json) => bar.value).map((bar: Json) => inked(bar.label.formatter, 14));
  return Math.ceil(Math.max(0, ...known)) + 14;
}

function inked(text: string, fontSize: number): number {
  measure.font = `${fontSize}px ${font()}`;
  return measure.measureText(text).width;
}

customElements.define('luotsi-chart', LuotsiChart);
