/** A link of a chart, which the server follows; where the reader wants it in another tab, say, the browser does. */
export function follow(link: Element, chart: HTMLElement, key: string) {
  link.addEventListener('click', (event) => {
    const { ctrlKey, metaKey, shiftKey, altKey } = event as MouseEvent;
    if (!(ctrlKey || metaKey || shiftKey || altKey)) {
      event.preventDefault();
      chart.dispatchEvent(new CustomEvent('chart-pick', { detail: { key } }));
    }
  });
}
