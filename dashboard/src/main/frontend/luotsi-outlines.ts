import { drawn } from './luotsi-drawn';
import { follow } from './luotsi-follow';
import { again } from './luotsi-late';

/** A map of areas, each a link: what Vaadin's router doesn't follow in a drawing, the server does. */
type Area = { key: string; path: string; shade: string; name: string; text: string; exact: string; href: string; x?: number; y?: number };
type OutlineMap = { sentence: string; width: number; height: number; areas: Area[] };

const MARGIN = 4;

class LuotsiOutlines extends HTMLElement {
  /** Around the area that has the focus, above its neighbours, in two colours: one of them shows on any shade. */
  private readonly halo = drawn('g', { class: 'halo', 'aria-hidden': 'true' });

  set map({ sentence, width, height, areas }: OutlineMap) {
    const box = `${-MARGIN} ${-MARGIN} ${width + 2 * MARGIN} ${height + 2 * MARGIN}`;
    // all figures above all areas: a neighbour would cover them
    const figures = areas
      .filter((area) => area.x !== undefined)
      .map(({ x, y, text, shade }) => drawn('text', { x: `${x}`, y: `${y}`, class: shade }, text));
    this.replaceChildren(
      drawn(
        'svg',
        { viewBox: box, width: `${width + 2 * MARGIN}`, role: 'group', 'aria-label': sentence },
        ...areas.map((area) => this.link(area)),
        this.halo,
        drawn('g', { 'aria-hidden': 'true' }, ...figures)
      )
    );
  }

  connectedCallback() {
    again(this, 'map');
  }

  private link({ key, path, shade, name, text, exact, href }: Area): SVGElement {
    const area = drawn('path', { d: path, class: shade }, drawn('title', {}, `${name}: ${exact}`));
    const link = drawn('a', { href, 'aria-label': `${name}: ${text}` }, area);
    link.addEventListener('focus', () => {
      const rings = link.matches(':focus-visible') ? ['outer', 'inner'] : [];
      this.halo.replaceChildren(...rings.map((ring) => drawn('path', { d: path, class: ring })));
    });
    link.addEventListener('blur', () => this.halo.replaceChildren());
    follow(link, this, key);
    return link;
  }
}

customElements.define('luotsi-outlines', LuotsiOutlines);
