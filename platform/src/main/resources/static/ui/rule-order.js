// Puts rules in order by dragging and by their arrows, without a round trip; the form sends the order.
const form = document.getElementById("rule-order");
const list = form?.querySelector(".order");
const said = document.getElementById("rule-order-said");
let dragged = null;

function movable() {
  return [...list.querySelectorAll("li:not([data-locked])")];
}

function renumber() {
  [...list.children].forEach((line, at) => (line.querySelector(".place").textContent = at + 1));
}

function say(line) {
  const name = line.querySelector("b").textContent;
  said.textContent = `${name}: place ${[...list.children].indexOf(line) + 1} of ${list.children.length}. Not saved yet.`;
}

function place(line, before) {
  list.insertBefore(line, before);
  renumber();
  say(line);
}

function step(button) {
  const line = button.closest("li");
  const lines = movable();
  const at = lines.indexOf(line);
  const up = button.value.startsWith("up:");
  if (up && at > 0) {
    place(line, lines[at - 1]);
  } else if (!up && at < lines.length - 1) {
    place(line, lines[at + 1].nextElementSibling);
  }
  button.focus();
}

function clear() {
  list.querySelectorAll(".target, .dragged").forEach((line) => line.classList.remove("target", "dragged"));
  dragged = null;
}

if (list?.querySelector("button[name=act]")) {
  for (const line of movable()) {
    line.draggable = true;
  }
  list.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=act]");
    if (button) {
      event.preventDefault();
      step(button);
    }
  });
  list.addEventListener("change", (event) => {
    event.target.closest("li").classList.toggle("is-off", !event.target.checked);
  });
  list.addEventListener("dragstart", (event) => {
    dragged = event.target.closest("li");
    dragged.classList.add("dragged");
    event.dataTransfer.effectAllowed = "move";
  });
  list.addEventListener("dragover", (event) => {
    const over = event.target.closest("li:not([data-locked])");
    if (dragged && over) {
      event.preventDefault();
      list.querySelectorAll(".target").forEach((line) => line.classList.remove("target"));
      over.classList.add("target");
    }
  });
  list.addEventListener("drop", (event) => {
    const over = event.target.closest("li:not([data-locked])");
    if (dragged && over && over !== dragged) {
      event.preventDefault();
      const lower = movable().indexOf(dragged) < movable().indexOf(over);
      place(dragged, lower ? over.nextElementSibling : over);
    }
    clear();
  });
  list.addEventListener("dragend", clear);
}
