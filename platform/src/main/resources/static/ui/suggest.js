// Suggestions under the query bar: a combobox with a listbox (WAI-ARIA), filled over the REST call.
// Without this script the bar is a plain text field.
const WAIT_MS = 120;

class QuerySuggestions {
  constructor(input, list) {
    this.input = input;
    this.list = list;
    this.answer = { from: 0, to: 0, suggestions: [] };
    this.active = -1;
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    this.close();
    input.addEventListener("input", (event) => event.isComposing || this.soon());
    input.addEventListener("compositionend", () => this.soon());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.close());
    // The field keeps the focus while the list is clicked.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => this.click(event));
  }

  get open() {
    return !this.list.hidden;
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), WAIT_MS);
  }

  async ask() {
    this.request?.abort();
    const request = new AbortController();
    this.request = request;
    const address = new URL(this.input.dataset.suggest, location.href);
    address.searchParams.set("text", this.input.value);
    address.searchParams.set("caret", this.input.selectionStart);
    try {
      const response = await fetch(address, {
        signal: request.signal,
        headers: { Accept: "application/json" },
      });
      if (!response.ok) {
        this.close();
        return;
      }
      const answer = await response.json();
      if (this.request === request && document.activeElement === this.input) {
        this.show(answer);
      }
    } catch {
      // Aborted by a newer request, or the network is down: typing goes on without help.
      if (this.request === request) {
        this.close();
      }
    }
  }

  show(answer) {
    this.answer = answer;
    this.list.replaceChildren(...answer.suggestions.map((one, at) => this.option(one, at)));
    this.list.hidden = answer.suggestions.length === 0;
    this.input.setAttribute("aria-expanded", String(this.open));
    this.mark(-1);
  }

  option(suggestion, at) {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${at}`;
    option.setAttribute("role", "option");
    const label = document.createElement("bdi");
    label.className = "label";
    label.textContent = suggestion.label;
    const says = document.createElement("span");
    says.className = "faint";
    says.textContent = suggestion.description ?? "";
    option.append(label, " ", says);
    return option;
  }

  close() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.request = undefined;
    this.show({ from: 0, to: 0, suggestions: [] });
  }

  mark(active) {
    this.active = active;
    [...this.list.children].forEach((option, at) =>
      option.setAttribute("aria-selected", String(at === active)),
    );
    const option = this.list.children[active];
    if (option) {
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  key(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const count = this.answer.suggestions.length;
    if (event.key === "ArrowDown" && !this.open) {
      event.preventDefault();
      this.ask();
    } else if (!this.open) {
      return;
    } else if (event.key === "ArrowDown") {
      event.preventDefault();
      this.mark((this.active + 1) % count);
    } else if (event.key === "ArrowUp") {
      event.preventDefault();
      this.mark(this.active > 0 ? this.active - 1 : count - 1);
    } else if (event.key === "Escape") {
      event.preventDefault();
      this.close();
    } else if ((event.key === "Enter" || (event.key === "Tab" && !event.shiftKey)) && this.active >= 0) {
      event.preventDefault();
      this.accept(this.active);
    } else if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) {
      this.close();
    }
  }

  click(event) {
    const option = event.target.closest("[role=option]");
    if (option) {
      this.accept([...this.list.children].indexOf(option));
    }
  }

  accept(at) {
    const { from, to, suggestions } = this.answer;
    this.input.setRangeText(suggestions[at].text, from, to, "end");
    this.close();
    this.ask();
  }
}

for (const input of document.querySelectorAll("input[data-suggest]")) {
  new QuerySuggestions(input, document.getElementById(`${input.id}-suggestions`));
}
