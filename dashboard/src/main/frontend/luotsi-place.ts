/**
 * Every step rebuilds the content of the page. Whoever uses the keyboard keeps their place in it, nothing jumps while the
 * new figures come, and another page begins at its top.
 */
let path = location.pathname;
let area = '';
let height = 0;
let wentBack = false;
let begun = false;

const sized = new ResizeObserver(([entry]) => (height = (entry.target as HTMLElement).offsetHeight));
const used = (event: Event) =>
  (area = (event.target as Element).closest?.('[data-area]')?.getAttribute('data-area') ?? '');
document.addEventListener('focusin', used);
document.addEventListener('pointerdown', used);
addEventListener('popstate', () => (wentBack = true));

let said = '';
let listening = false;

/** What the page tells of itself is repeated in a live region that was there before. */
function listen(main: HTMLElement, aloud: HTMLElement) {
  const speak = () => {
    const text = [...main.querySelectorAll('[data-aloud]')].map((sentence) => sentence.textContent).join(' ');
    if (text && text !== said) {
      said = text;
      aloud.textContent = text;
    }
  };
  new MutationObserver(speak).observe(main, { subtree: true, childList: true, characterData: true });
  speak();
}

function settle(main: HTMLElement, entered: string, aloud: HTMLElement) {
  if (!listening) {
    listening = true;
    listen(main, aloud);
  }
  const same = entered === path;
  if (begun && same) {
    hold(main);
  } else if (begun && !wentBack) {
    scrollTo(0, 0);
  }
  if (begun && document.activeElement === document.body) {
    const keeper = same && main.querySelector<HTMLElement>(`[data-landing="${area}"]`);
    (keeper || main).focus({ preventScroll: true });
  }
  begun = true;
  path = entered;
  wentBack = false;
  sized.observe(main);
}

/** As high as it was until everything is there. */
function hold(main: HTMLElement) {
  main.style.minHeight = `${height}px`;
  const loaded = new MutationObserver(() => release());
  const release = () => {
    if (!main.querySelector('[aria-busy=true]')) {
      main.style.minHeight = '';
      loaded.disconnect();
    }
  };
  loaded.observe(main, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-busy'] });
  release();
}

(window as any).luotsi = { settle };
