const known = new Map<string, string>();
const probe = document.createElement('span');
probe.hidden = true;

const listeners = new Set<() => void>();

/** Another scheme, the city's or the reader's choice, or paper. Returns how to stop listening. */
export function whenThemeChanges(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

// asking for a colour makes the browser lay out the page, so they are kept until they change
function changed() {
  known.clear();
  listeners.forEach((listener) => listener());
}

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);
matchMedia('print').addEventListener('change', changed);
new MutationObserver(changed).observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'theme'] });

/** How every chart looks: the tokens of luotsi-tokens.css at this moment, since ECharts reads no custom properties. */
export function theme(place: HTMLElement) {
  const colour = colours(place);
  const ink = colour('ink');
  const soft = colour('ink-soft');
  const line = colour('line');
  const accent = colour('accent');
  return {
    color: [accent, ...[1, 2, 3, 4, 5].map((line) => colour(`beside-${line}`))],
    animation: false,
    backgroundColor: 'transparent',
    textStyle: { fontFamily: font(), color: ink },
    grid: { left: 4, right: 8, top: 28, bottom: 4, containLabel: true },
    categoryAxis: {
      axisLine: { lineStyle: { color: line } },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: { color: ink, fontSize: 14, margin: 12, hideOverlap: true },
    },
    valueAxis: {
      splitNumber: 4,
      axisLine: { show: false },
      splitLine: { lineStyle: { color: line } },
      axisLabel: { color: soft, fontSize: 13 },
      nameGap: 14,
      nameTextStyle: { color: soft, fontSize: 13, align: 'left' },
    },
    line: {
      symbol: 'circle',
      symbolSize: 7,
      showAllSymbol: true,
      lineStyle: { width: 3 },
      markLine: {
        silent: true,
        symbol: 'none',
        lineStyle: { color: colour('target'), type: 'dashed', width: 2 },
        label: { position: 'insideStartTop', color: ink, fontSize: 13 },
      },
    },
    tooltip: {
      renderMode: 'richText',
      confine: true,
      backgroundColor: colour('surface'),
      borderColor: line,
      padding: [10, 14],
      axisPointer: { type: 'none' },
      textStyle: {
        color: ink,
        rich: { title: { color: soft, fontSize: 13, lineHeight: 20 }, text: { color: ink, fontSize: 16, fontWeight: 600, lineHeight: 24 } },
      },
    },
  };
}

/** The page's. */
function font(): string {
  const family = known.get('font') ?? getComputedStyle(document.body).fontFamily;
  known.set('font', family);
  return family;
}

function colours(place: HTMLElement): (name: string) => string {
  return (name) => {
    const colour = known.get(name) ?? computed(place, name);
    known.set(name, colour);
    return colour;
  };
}

function computed(place: HTMLElement, name: string): string {
  probe.style.color = `var(--luotsi-${name})`;
  if (!probe.isConnected) {
    place.parentElement!.append(probe);
    queueMicrotask(() => probe.remove());
  }
  return getComputedStyle(probe).color;
}
