/** Draws the option that the server sends; colours, number formats and widths are the browser's business. */
import { again } from './luotsi-late';
import { namesAbove } from './luotsi-narrow';
import { theme, tones } from './luotsi-theme';

type Json = any;

const paper = document.createElement('canvas').getContext('2d')!;
const told = (point: Json) => `{title|${point.data.title}}\n{text|${point.data.text}}`;

class LuotsiChart extends HTMLElement {
  private spec?: Json;
  private chart?: Json;
  private readonly resized = new ResizeObserver(() => this.fit());
  private readonly scheme = matchMedia('(prefers-color-scheme: dark)');
  private readonly paper = matchMedia('print');
  private readonly schemeSwitch = new MutationObserver(() => this.recolour());
  private readonly recolour = () => {
    this.chart?.setTheme(theme(this), { silent: true });
    this.fit(); // on paper it is as wide as luotsi.css says, and nothing tells of it
    this.draw();
  };

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
    if (!this.isConnected || this.chart) {
      return;
    }
    this.chart = init(this, theme(this), { renderer: 'svg' });
    this.chart.getZr().on('click', (event: Json) => this.pick(event));
    this.chart.getZr().on('mousemove', (event: Json) =>
      this.chart?.getZr().setCursorStyle(this.keyAt(event) ? 'pointer' : 'default')
    );
    this.resized.observe(this);
    this.scheme.addEventListener('change', this.recolour);
    this.paper.addEventListener('change', this.recolour);
    this.schemeSwitch.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'theme'] });
    this.draw();
  }

  disconnectedCallback() {
    this.resized.disconnect();
    this.schemeSwitch.disconnect();
    this.scheme.removeEventListener('change', this.recolour);
    this.paper.removeEventListener('change', this.recolour);
    this.chart?.dispose();
    this.chart = undefined;
  }

  /** Observing begins by telling of the size it has. */
  private fit() {
    if (this.chart && (this.clientWidth !== this.chart.getWidth() || this.clientHeight !== this.chart.getHeight())) {
      this.chart.resize();
      this.draw();
    }
  }

  private draw() {
    if (!this.chart || !this.spec || !this.clientWidth) {
      return;
    }
    const { luotsi, ...option } = structuredClone(this.spec);
    const format = new Intl.NumberFormat(luotsi.locale, luotsi.style);
    const bars = option.yAxis.type === 'category';
    if (bars) {
      option.yAxis.axisLabel = this.names(Math.min(360, Math.round(this.clientWidth * 0.4)));
      this.shorten(option.series.at(-1).data);
      option.grid = { right: this.roomFor(option.series.at(-1).data) };
      this.paint(option.series);
      if (this.clientWidth < 560) namesAbove(option, this.clientWidth);
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

  /** Whole where there is room, else on two lines; the tooltip and the table have them whole. */
  private names(width: number): Json {
    const narrow = this.clientWidth < 560;
    const fontSize = narrow ? 12 : 14;
    const paper = document.createElement('canvas').getContext('2d')!;
    paper.font = `${fontSize}px ${getComputedStyle(this).fontFamily}`;
    const fits = (text: string) => paper.measureText(text).width < width - 8;
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
    return { formatter, fontSize, lineHeight: fontSize + 2, width, overflow: 'truncate', margin: narrow ? 8 : 12 };
  }

  /** On a phone the bars need the room. */
  private shorten(bars: Json) {
    if (this.clientWidth < 560) {
      bars.forEach((bar: Json) => bar.label.brief && (bar.label.formatter = bar.label.brief));
    }
  }

  private paint(series: Json) {
    const toned = series.flatMap((one: Json) => one.data).filter((datum: Json) => datum.tone);
    const look = toned.length ? tones(this) : {};
    toned.forEach((datum: Json) => (datum.itemStyle = look[datum.tone]));
  }

  /** ECharts keeps no room for what is written behind a bar. */
  private roomFor(bars: Json): number {
    paper.font = `14px ${getComputedStyle(this).fontFamily}`;
    const known = bars.filter((bar: Json) => bar.value).map((bar: Json) => paper.measureText(bar.label.formatter).width);
    return Math.ceil(Math.max(0, ...known)) + 14;
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

customElements.define('luotsi-chart', LuotsiChart);
