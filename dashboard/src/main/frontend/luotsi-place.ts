/**
 * Every step rebuilds the content of the page. Whoever uses the keyboard keeps their place in it, nothing jumps while the
 * new figures come, and another page begins at its top.
 */
let path = location.pathname;
let area = '';
let wentBack = false;
let begun = false;

/**
 * The page is as high as what it holds, told one frame later: what a step takes away before it brings the next leaves it as
 * it was, and so does what is still loading.
 */
const sized = new ResizeObserver(([entry]) => {
  const content = entry.target as HTMLElement;
  const main = content.parentElement;
  if (main && !content.querySelector('[aria-busy=true]')) {
    main.style.minHeight = `${content.offsetHeight}px`;
  }
});

function observe(main: HTMLElement) {
  sized.disconnect();
  if (main.firstElementChild) {
    sized.observe(main.firstElementChild);
  }
}

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
    new MutationObserver(() => observe(main)).observe(main, { subtree: true, attributes: true, attributeFilter: ['aria-busy'] });
  }
  const same = entered === path;
  if (begun && !same && !wentBack) {
    scrollTo(0, 0);
  }
  if (begun && document.activeElement === document.body) {
    const keeper = same && main.querySelector<HTMLElement>(`[data-landing="${area}"]`);
    (keeper || main).focus({ preventScroll: true });
  }
  begun = true;
  path = entered;
  wentBack = false;
  observe(main);
}

(window as any).luotsi = { settle };
