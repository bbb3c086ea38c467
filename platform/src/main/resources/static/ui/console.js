// Times in the reader's own zone, copy buttons, and "/" to reach the query bar.
const zoned = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

function localise(root) {
  for (const time of root.querySelectorAll("time[datetime]:not([title])")) {
    const at = new Date(time.dateTime);
    if (!Number.isNaN(at.getTime())) {
      time.title = time.textContent;
      time.textContent = zoned.format(at);
    }
  }
}

function wake(root) {
  localise(root);
  for (const button of root.querySelectorAll("button.copy[hidden]")) {
    button.hidden = false;
  }
}

async function copy(button) {
  const source = button.dataset.copyFrom;
  const text = source ? document.getElementById(source).textContent : button.dataset.copy;
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    // Without a secure address there is no clipboard: select the text for the reader instead.
    const target = source ? document.getElementById(source) : button.previousElementSibling;
    getSelection().selectAllChildren(target);
    button.textContent = "Press Ctrl+C";
  }
  setTimeout(() => (button.textContent = label), 2000);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button.copy");
  if (button) {
    copy(button);
  }
});

document.addEventListener("keydown", (event) => {
  const query = document.getElementById("query");
  const typing = event.target.closest?.("input, textarea, select");
  if (event.key === "/" && query && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    query.focus();
    query.select();
  }
});

document.addEventListener("htmx:afterSettle", () => wake(document));
wake(document);
