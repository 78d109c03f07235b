/** Draws the option that the server sends; colours, number formats and widths are the browser's business. */
type Json = any;

const NARROW = 520;

class LuotsiChart extends HTMLElement {
  private spec?: Json;
  private chart?: Json;
  private readonly resized = new ResizeObserver(() => this.draw());
  private readonly scheme = matchMedia('(prefers-color-scheme: dark)');
  private readonly schemeSwitch = new MutationObserver(() => this.draw());
  private readonly redraw = () => this.draw();

  get option(): Json {
    return this.spec;
  }

  set option(spec: Json) {
    this.spec = spec;
    this.draw();
  }

  async connectedCallback() {
    const { init } = await import('./luotsi-echarts');
    if (!this.isConnected || this.chart) {
      return;
    }
    this.chart = init(this, undefined, { renderer: 'svg' });
    this.chart.getZr().on('click', (event: Json) => this.pick(event));
    this.chart.getZr().on('mousemove', (event: Json) =>
      this.chart?.getZr().setCursorStyle(this.keyAt(event) ? 'pointer' : 'default')
    );
    this.resized.observe(this);
    this.scheme.addEventListener('change', this.redraw);
    this.schemeSwitch.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'theme'] });
    this.draw();
  }

  disconnectedCallback() {
    this.resized.disconnect();
    this.schemeSwitch.disconnect();
    this.scheme.removeEventListener('change', this.redraw);
    this.chart?.dispose();
    this.chart = undefined;
  }

  private draw() {
    if (!this.chart || !this.spec || !this.clientWidth) {
      return;
    }
    const option = this.coloured(structuredClone(this.spec));
    const narrow = this.clientWidth < NARROW;
    const { locale, style } = option.luotsi;
    const format = new Intl.NumberFormat(locale, style);
    for (const axis of [option.xAxis, option.yAxis]) {
      if (axis.type === 'value') {
        axis.axisLabel = { ...axis.axisLabel, formatter: (value: number) => format.format(value) };
      } else if (axis.axisLabel?.width) {
        axis.axisLabel.width = narrow ? 120 : axis.axisLabel.width;
      }
    }
    option.animation = false;
    option.textStyle = { fontFamily: getComputedStyle(this).fontFamily, color: this.colour('var(--luotsi-ink)') };
    option.tooltip = {
      ...option.tooltip,
      renderMode: 'richText',
      confine: true,
      formatter: (points: Json) => {
        const point = Array.isArray(points) ? points[0] : points;
        return `${point.data?.label ?? point.name}\n${point.data?.text ?? ''}`;
      },
    };
    this.chart.resize();
    this.chart.setOption(option, true);
    this.toggleAttribute('drawn', true);
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

  /** ECharts reads no custom properties: each var(--…) becomes the colour it means at this moment. */
  private coloured(node: Json): Json {
    if (typeof node === 'string') {
      return node.startsWith('var(--') ? this.colour(node) : node;
    }
    if (node && typeof node === 'object') {
      Object.keys(node).forEach((key) => (node[key] = this.coloured(node[key])));
    }
    return node;
  }

  private colour(value: string): string {
    const probe = document.createElement('span');
    probe.style.color = value;
    probe.hidden = true;
    this.parentElement!.append(probe);
    const colour = getComputedStyle(probe).color;
    probe.remove();
    return colour;
  }
}

customElements.define('luotsi-chart', LuotsiChart);
