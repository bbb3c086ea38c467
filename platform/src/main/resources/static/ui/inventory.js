// Lists: menus that close, and rows that are chosen for one step. Without this script the menus stay
// open until they are closed by hand, and every box is ticked by itself.
const menus = () => [...document.querySelectorAll("details[data-menu]")];

document.addEventListener("click", (event) => {
  for (const menu of menus()) {
    if (menu.open && !menu.contains(event.target)) {
      menu.open = false;
    }
  }
});

document.addEventListener("keydown", (event) => {
  const menu = event.target.closest?.("details[data-menu][open]");
  if (event.key === "Escape" && menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

class Choice {
  constructor(form) {
    this.form = form;
    this.all = form.elements.namedItem("all");
    // Not form.id: that is the boxes, which have this name.
    const name = form.getAttribute("id");
    this.boxes = [...document.querySelectorAll(`input[name="id"][form="${name}"]`)];
    this.head = document.querySelector("input[data-select-all]");
    this.said = form.querySelector("[data-count]");
    this.buttons = [...form.querySelectorAll("button")];
    this.last = undefined;
    this.head.hidden = false;
    this.head.addEventListener("change", () => this.set(this.boxes, this.head.checked));
    this.all?.addEventListener("change", () => this.show());
    this.boxes.forEach((box, at) => {
      box.addEventListener("click", (event) => this.tick(at, event.shiftKey));
      box.addEventListener("keydown", (event) => this.key(event));
    });
    this.show();
  }

  // With the shift key, all between this box and the one before.
  tick(at, range) {
    if (range && this.last !== undefined) {
      const [from, to] = [Math.min(at, this.last), Math.max(at, this.last)];
      this.set(this.boxes.slice(from, to + 1), this.boxes[at].checked);
    }
    this.last = at;
    this.show();
  }

  // The usual keys for "everything", while a box has the focus.
  key(event) {
    if (event.key.toLowerCase() === "a" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.set(this.boxes, !this.boxes.every((box) => box.checked));
    }
  }

  set(boxes, checked) {
    for (const box of boxes) {
      box.checked = checked;
    }
    this.show();
  }

  show() {
    const ticked = this.boxes.filter((box) => box.checked).length;
    const all = this.all?.checked ?? false;
    this.head.checked = ticked === this.boxes.length;
    this.head.indeterminate = ticked > 0 && ticked < this.boxes.length;
    this.said.textContent = all ? "All are chosen." : ticked > 0 ? `${ticked} chosen` : "";
    for (const button of this.buttons) {
      button.disabled = ticked === 0 && !all;
    }
  }
}

for (const form of document.querySelectorAll("form[data-bulk]")) {
  new Choice(form);
}
