// Quick Actions that close like a menu, and parts that do not refresh under the reader's hands.
const OPEN = "details.quick[open]";

function close(menu, back) {
  menu.open = false;
  if (back) {
    menu.querySelector("summary").focus();
  }
}

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll(OPEN)) {
    if (!menu.contains(event.target)) {
      close(menu, false);
    }
  }
});

document.addEventListener("keydown", (event) => {
  const menu = event.target.closest?.(OPEN);
  if (!menu) {
    return;
  }
  if (event.key === "Escape") {
    close(menu, true);
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    const items = [...menu.querySelectorAll("summary, .quick-list a, .quick-list button")];
    const at = items.indexOf(document.activeElement);
    items[(at + step + items.length) % items.length].focus();
  }
});

document.addEventListener("focusout", (event) => {
  const menu = event.target.closest?.(OPEN);
  if (menu && event.relatedTarget && !menu.contains(event.relatedTarget)) {
    close(menu, false);
  }
});

// A refresh would take away what is open or has just been marked.
document.addEventListener("htmx:beforeRequest", (event) => {
  const part = event.target;
  if (part.id !== "live") {
    return;
  }
  const marked = getSelection();
  const reading = !marked.isCollapsed && part.contains(marked.anchorNode);
  if (reading || part.querySelector("details[open]")) {
    event.preventDefault();
  }
});

// Says a new state once, and nothing while it stays the same.
let before = document.querySelector("[data-said]")?.dataset.said;
document.addEventListener("htmx:afterSettle", () => {
  const now = document.querySelector("[data-said]")?.dataset.said;
  const said = document.getElementById("said");
  if (said && now && now !== before) {
    said.textContent = now;
  }
  before = now;
});
