/** Draws the lines that the server sends; colours, number formats and widths are the browser's business. */
import { again } from './luotsi-late';
import { theme, whenThemeChanges } from './luotsi-theme';

type Json = any;

/** Of a label on the axis, in pixels: about what a letter takes, and what must lie between two. */
const LETTER = 7;
const GAP = 8;

let echarts: typeof import('./luotsi-echarts') | undefined;

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
    // once it has come it isn't waited for, so that a chart is in the same frame as the page around it
    echarts ??= await import('./luotsi-echarts');
    // measured when all of the page is there: measuring makes the browser lay out
    await undefined;
    if (!this.isConnected || this.chart) {
      return;
    }
    const { clientWidth: width, clientHeight: height } = this;
    this.chart = echarts.init(this, theme(this), { renderer: 'svg', width, height });
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
    option.yAxis.axisLabel = { formatter: (value: number) => format.format(value) };
    option.xAxis.axisLabel = {
      alignMinLabel: 'left',
      alignMaxLabel: 'right',
      showMinLabel: true,
      showMaxLabel: true,
      interval: between(option.xAxis.data, width),
    };
    option.tooltip = {
      trigger: 'axis',
      formatter: (points: Json) => points.filter((point: Json) => point.data.text).map(told).join('\n'),
    };
    this.chart.setOption(option, true);
    // the sentence says it; ECharts would have its numbers read out one by one as a second image
    this.querySelector('svg')?.setAttribute('aria-hidden', 'true');
    this.toggleAttribute('drawn', true);
  }

  /** A whole column answers, not only its few pixels of ink. */
  private keyAt(event: Json): string | undefined {
    if (!this.hasAttribute('pickable') || !this.chart) {
      return undefined;
    }
    const at = this.chart.convertFromPixel({ seriesIndex: 0 }, [event.offsetX, event.offsetY]);
    return this.spec.series[0].data[at?.[0]]?.key;
  }

  private pick(event: Json) {
    const key = this.keyAt(event);
    if (key) {
      this.dispatchEvent(new CustomEvent('chart-pick', { detail: { key } }));
    }
  }
}

/**
 * How many ticks between two labels have none. ECharts would find out by measuring each of them. The first label begins at its
 * tick and the last one ends there, so that one and a half must fit between two.
 */
function between(ticks: string[], width: number): number {
  const widest = Math.max(...ticks.map((tick) => tick.length)) * LETTER;
  return Math.ceil((ticks.length * (1.5 * widest + GAP)) / width) - 1;
}

customElements.define('luotsi-chart', LuotsiChart);
