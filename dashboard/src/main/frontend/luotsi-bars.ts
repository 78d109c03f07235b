import { follow } from './luotsi-follow';
import { again } from './luotsi-late';

/** Bars with their names and figures, a list of links: how wide each is says luotsi.css. */
type Bar = { key: string; name: string; from: number; to: number; text: string; exact: string; tone: string; href?: string };
type BarList = { sentence: string; bars: Bar[] };

function span(name: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement('span');
  made.className = name;
  made.append(...children);
  return made;
}

class LuotsiBars extends HTMLElement {
  private told?: BarList;

  get bars(): BarList | undefined {
    return this.told;
  }

  set bars(told: BarList) {
    this.told = told;
    const list = document.createElement('ul');
    list.ariaLabel = told.sentence;
    // what is written behind a bar must fit behind the longest
    const inked = told.bars.filter((bar) => bar.to > bar.from);
    list.style.setProperty('--text', `${Math.max(0, ...inked.map((bar) => bar.text.length))}`);
    list.append(...told.bars.map((bar) => this.row(bar)));
    this.replaceChildren(list);
  }

  connectedCallback() {
    again(this, 'bars');
  }

  private row({ key, name, from, to, text, exact, tone, href }: Bar): HTMLElement {
    const row = document.createElement(href ? 'a' : 'span');
    row.className = 'row';
    row.title = `${name}: ${exact}`;
    if (href) {
      (row as HTMLAnchorElement).href = href;
      follow(row, this, key);
    }
    const ink = span(`ink ${tone}`);
    ink.style.setProperty('--from', `${from}`);
    ink.style.setProperty('--long', `${to - from}`);
    row.append(span('name', name), ' ', span('track', ink, span('text', text)));
    const item = document.createElement('li');
    item.append(row);
    return item;
  }
}

customElements.define('luotsi-bars', LuotsiBars);
