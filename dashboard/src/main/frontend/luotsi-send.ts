/**
 * An event that the server hears of at once. Vaadin's client sends from a timer of a millisecond, and a browser paints
 * before it comes to that: the server would wait for a frame that shows nothing new. What the client puts off while it
 * hears of this event is done as soon as the listener that calls this has ended, and can't be taken back.
 */
export function send(element: HTMLElement, type: string, detail: object) {
  const later = window.setTimeout;
  window.setTimeout = ((task: () => void, delay?: number, ...given: []) => {
    if (typeof task !== 'function' || (delay ?? 0) > 1) {
      return later(task, delay, ...given);
    }
    queueMicrotask(() => task(...given));
    return 0;
  }) as typeof window.setTimeout;
  try {
    element.dispatchEvent(new CustomEvent(type, { detail }));
  } finally {
    window.setTimeout = later;
  }
}
