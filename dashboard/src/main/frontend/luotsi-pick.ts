import { again } from './luotsi-late';
import { send } from './luotsi-send';

/** One of several, as the browser itself offers it: its choices cost nothing until somebody opens it. */
type Choice = { text: string; closed?: boolean; chosen?: boolean };
type Offer = { name: string; shown?: boolean; prompt?: string; choices: Choice[] };

// on a closed list these would choose without having shown what there is
const turning = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'];

class LuotsiPick extends HTMLElement {
  private readonly select = document.createElement('select');
  private readonly label = document.createElement('label');

  constructor() {
    super();
    this.select.addEventListener('change', () => send(this, 'pick', { index: Number(this.select.value) }));
    this.select.addEventListener('keydown', (event) => this.openInstead(event));
  }

  set choices({ name, shown, prompt, choices }: Offer) {
    const options = choices.map(({ text, closed, chosen }, index) => {
      const option = new Option(text, String(index), chosen, chosen);
      option.disabled = !!closed;
      return option;
    });
    if (prompt && !choices.some((choice) => choice.chosen)) {
      const first = new Option(prompt, '', true, true);
      first.hidden = true;
      options.unshift(first);
    }
    this.select.replaceChildren(...options);
    this.label.textContent = shown ? name : '';
    this.select.ariaLabel = shown ? null : name;
    this.label.append(this.select);
  }

  connectedCallback() {
    again(this, 'choices');
    this.append(this.label);
  }

  unchoose() {
    this.select.value = '';
  }

  override focus(options?: FocusOptions) {
    this.select.focus(options);
  }

  private openInstead(event: KeyboardEvent) {
    const letter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!CSS.supports('selector(:open)') || this.select.matches(':open') || !(letter || turning.includes(event.key))) {
      return;
    }
    event.preventDefault();
    this.select.showPicker();
  }
}

customElements.define('luotsi-pick', LuotsiPick);
