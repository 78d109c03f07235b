import { again } from './luotsi-late';
import { send } from './luotsi-send';

/** What is looked at, each of which can be taken off, some turned into their opposite. */
type Turn = { word: string; says: string; turned: boolean };
type Chip = { key: string; what: string; which: string; off: string; turn?: Turn };
type Told = { name: string; chips: Chip[] };

class LuotsiChips extends HTMLElement {
  private readonly list = document.createElement('ul');

  constructor() {
    super();
    this.list.className = 'chips';
  }

  /** A chip stays the one it was, and its buttons keep the focus, when others come and go. */
  set chips({ name, chips }: Told) {
    this.list.ariaLabel = name;
    const before = new Map(this.items().map((item) => [item.dataset.key, item]));
    const items = chips.map((chip) => this.item(before.get(chip.key), chip));
    this.items().forEach((item) => items.includes(item) || item.remove());
    items.forEach((item, index) => {
      if (this.list.children[index] !== item) {
        this.list.insertBefore(item, this.list.children[index] ?? null);
      }
    });
    // a list of nothing would be read out as one
    if (!items.length) {
      this.list.remove();
    } else if (!this.list.isConnected) {
      this.append(this.list);
    }
  }

  connectedCallback() {
    again(this, 'chips');
  }

  private items(): HTMLElement[] {
    return [...this.list.children] as HTMLElement[];
  }

  private item(there: HTMLElement | undefined, chip: Chip): HTMLElement {
    const item = there ?? this.made(chip);
    const not = item.querySelector<HTMLElement>('.not');
    if (not && chip.turn) {
      not.textContent = chip.turn.word;
      not.ariaLabel = `${chip.turn.word}: ${chip.turn.says}`;
      not.ariaPressed = `${chip.turn.turned}`;
    }
    return item;
  }

  private made(chip: Chip): HTMLElement {
    const item = document.createElement('li');
    item.className = 'chip';
    item.dataset.key = chip.key;
    const what = document.createElement('span');
    what.className = 'what';
    what.textContent = `${chip.what}: `;
    const which = document.createElement('span');
    which.textContent = chip.which;
    const off = this.button(chip, 'off');
    off.textContent = '×';
    off.ariaLabel = chip.off;
    item.append(what);
    if (chip.turn) {
      const not = this.button(chip, 'turn');
      not.className = 'not';
      item.append(not);
    }
    item.append(which, off);
    return item;
  }

  private button({ key }: Chip, does: string): HTMLButtonElement {
    const button = document.createElement('button');
    button.addEventListener('click', () => send(this, does, { key }));
    return button;
  }
}

customElements.define('luotsi-chips', LuotsiChips);
