// The order of identification rules, in the wizard and for a connection: dragging, and the up and
// down buttons without a reload. Without this script the buttons are sent to the server, which does
// the same.
const list = document.getElementById("rules");
const status = document.getElementById("rules-say");

const rules = () => [...list.querySelectorAll(".rule")];
const free = () => rules().filter((rule) => !rule.classList.contains("locked"));
const name = (rule) => rule.querySelector("label").textContent.trim();

function say(text) {
  status.textContent = text;
}

function renumber() {
  rules().forEach((rule, place) => {
    rule.querySelector('input[type="hidden"]').value = place;
    rule.querySelector(".place").textContent = place + 1;
  });
}

function moved(rule) {
  renumber();
  say(`${name(rule)} is now number ${rules().indexOf(rule) + 1} of ${rules().length}. Not saved yet.`);
}

function move(rule, button) {
  const others = free();
  const to = others.indexOf(rule) + (button.dataset.move === "up" ? -1 : 1);
  if (to < 0 || to >= others.length) {
    say(`${name(rule)} cannot go further ${button.dataset.move}.`);
    return;
  }
  others[to][button.dataset.move === "up" ? "before" : "after"](rule);
  button.focus();
  moved(rule);
}

let dragged = null;

function dragOver(event) {
  const over = event.target.closest?.(".rule");
  if (!dragged || !over || !list.contains(over)) {
    return;
  }
  event.preventDefault();
  if (over === dragged || over.classList.contains("locked")) {
    return;
  }
  const box = over.getBoundingClientRect();
  over[event.clientY < box.top + box.height / 2 ? "before" : "after"](dragged);
}

if (list) {
  free().forEach((rule) => (rule.draggable = true));
  list.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-move]");
    if (button) {
      event.preventDefault();
      move(button.closest(".rule"), button);
    }
  });
  list.addEventListener("change", (event) => {
    if (event.target.type !== "checkbox") {
      return;
    }
    const on = free().filter((rule) => rule.querySelector('input[type="checkbox"]').checked);
    if (on.length === 0) {
      event.target.checked = true;
      say("This is the last rule that is on. Switch another one on first.");
      status.classList.remove("unseen");
    }
    event.target.closest(".rule").classList.toggle("is-off", !event.target.checked);
  });
  list.addEventListener("dragstart", (event) => {
    dragged = event.target.closest?.('.rule[draggable="true"]') ?? null;
    if (!dragged) {
      return;
    }
    dragged.classList.add("dragged");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", name(dragged));
  });
  list.addEventListener("dragover", dragOver);
  list.addEventListener("drop", (event) => event.preventDefault());
  list.addEventListener("dragend", () => {
    dragged?.classList.remove("dragged");
    if (dragged) {
      moved(dragged);
    }
    dragged = null;
  });
}
