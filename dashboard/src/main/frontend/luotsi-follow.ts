import { send } from './luotsi-send';

/** A link of a chart, which the server follows; where the reader wants it in another tab, say, the browser does. */
export function follow(link: Element, chart: HTMLElement, key: string) {
  link.addEventListener('click', (event) => {
    const { ctrlKey, metaKey, shiftKey, altKey, detail: clicks } = event as MouseEvent;
    if (!(ctrlKey || metaKey || shiftKey || altKey)) {
      event.preventDefault();
      // the second of a double click would follow what the first has brought
      if (clicks > 1) {
        return;
      }
      // the step takes the link away: with the focus on it the browser would lay out the half-made page first
      if (clicks > 0) {
        (link as HTMLElement | SVGElement).blur();
      }
      send(chart, 'chart-pick', { key });
    }
  });
}
