import { again } from './luotsi-late';
import { send } from './luotsi-send';

/** One of several, side by side. What is closed can be reached nevertheless, so that its reason can be read. */
type Choice = { text: string; chosen?: boolean; closed?: string };
type Offer = { name: string; choices: Choice[]; why: string[] };

class LuotsiChoices extends HTMLElement {
  private readonly group = document.createElement('div');

  constructor() {
    super();
    this.group.className = 'choice';
    this.group.role = 'group';
  }

  /** A button stays the one it was, and keeps the focus, when another one is chosen. */
  set offer({ name, choices, why }: Offer) {
    this.group.ariaLabel = name;
    while (this.group.children.length > choices.length) {
      this.group.lastElementChild!.remove();
    }
    choices.forEach((choice, index) => this.tell(this.button(index), choice));
    this.giveReasons(why);
  }

  connectedCallback() {
    if (!this.group.isConnected) {
      this.prepend(this.group);
    }
    again(this, 'offer');
  }

  private button(index: number): HTMLButtonElement {
    const there = this.group.children[index];
    if (there) {
      return there as HTMLButtonElement;
    }
    const made = document.createElement('button');
    made.addEventListener('click', () => {
      if (made.ariaDisabled !== 'true') {
        send(this, 'pick', { index });
      }
    });
    this.group.append(made);
    return made;
  }

  private tell(button: HTMLButtonElement, { text, chosen, closed }: Choice) {
    if (button.textContent !== text) {
      button.textContent = text;
    }
    button.ariaPressed = `${!!chosen}`;
    button.ariaDisabled = closed ? 'true' : null;
    button.ariaLabel = closed ? `${text}: ${closed}` : null;
    if (closed) {
      button.title = closed;
    } else {
      button.removeAttribute('title');
    }
  }

  private giveReasons(why: string[]) {
    const reasons = why.map((reason) => {
      const said = document.createElement('p');
      said.className = 'why';
      said.textContent = reason;
      return said;
    });
    this.querySelectorAll('.why').forEach((reason) => reason.remove());
    this.append(...reasons);
  }
}

customElements.define('luotsi-choices', LuotsiChoices);
