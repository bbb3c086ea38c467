// What HTML cannot do for the map editor and the import: rows that are dragged, a warning before
// unsaved changes are lost, a file read into a field. Without it every button works all the same.
const editor = document.getElementById("editor");
const PACK_FROM = 20_000;
const FILE_MAX = 2_000_000;

function say(sentence) {
  document.getElementById("said").textContent = sentence;
}

function rowOf(event) {
  return event.target.closest?.("#work tr[data-row]");
}

function dragging() {
  let from = null;
  const clear = () => editor.querySelectorAll(".over").forEach((row) => row.classList.remove("over"));
  editor.addEventListener("pointerdown", (event) => {
    if (event.target.closest(".handle")) {
      rowOf(event).draggable = true;
    }
  });
  editor.addEventListener("pointerup", () =>
    editor.querySelectorAll("tr[draggable]").forEach((row) => row.removeAttribute("draggable")),
  );
  editor.addEventListener("dragstart", (event) => {
    from = rowOf(event)?.dataset.row ?? null;
    event.dataTransfer?.setData("text/plain", from ?? "");
  });
  editor.addEventListener("dragover", (event) => {
    const row = rowOf(event);
    if (from && row) {
      event.preventDefault();
      clear();
      row.classList.add("over");
    }
  });
  editor.addEventListener("drop", (event) => {
    const row = rowOf(event);
    if (from && row) {
      event.preventDefault();
      const mover = document.getElementById("mover");
      mover.value = `move:${from}:${row.dataset.row}`;
      mover.click();
    }
  });
  editor.addEventListener("dragend", () => {
    from = null;
    clear();
    editor.querySelectorAll("tr[draggable]").forEach((row) => row.removeAttribute("draggable"));
  });
}

function leaving() {
  let typed = false;
  let saving = false;
  editor.addEventListener("input", (event) => {
    typed ||= !event.target.closest("#sample");
  });
  editor.addEventListener("submit", () => (saving = true));
  addEventListener("pageshow", () => (saving = false));
  addEventListener("beforeunload", (event) => {
    const changed = editor.elements.namedItem("changed")?.value === "true";
    if ((typed || changed) && !saving) {
      event.preventDefault();
    }
  });
}

function failures() {
  document.addEventListener("htmx:responseError", (event) =>
    say(
      event.detail.xhr.status === 403
        ? "The server did not take that: this page was open for too long, or your role has changed."
        : `The server did not take that (${event.detail.xhr.status}). The rows are as they were.`,
    ),
  );
  document.addEventListener("htmx:sendError", () =>
    say("The server cannot be reached. The rows are as they were; try again."),
  );
}

function keepOpen() {
  // The part with the functions stays as the person left it while the rest is exchanged.
  let open = null;
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target.id === "work") {
      open = document.querySelector("#row-form details")?.open ?? null;
    }
  });
  document.addEventListener("htmx:afterSwap", () => {
    const details = document.querySelector("#row-form details");
    if (open && details) {
      details.open = true;
    }
    open = null;
  });
}

async function packed(text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = "";
  bytes.forEach((byte) => (binary += String.fromCharCode(byte)));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function importing(form) {
  const text = form.elements.namedItem("text");
  const file = document.getElementById("file");
  document.getElementById("choose").hidden = false;
  file.addEventListener("change", async () => {
    const chosen = file.files[0];
    if (chosen && chosen.size <= FILE_MAX) {
      text.value = await chosen.text();
    } else if (chosen) {
      document.getElementById("file-help").textContent =
        `The file has ${chosen.size} bytes, at most ${FILE_MAX}.`;
    }
  });
  form.addEventListener("submit", async (event) => {
    const map = form.elements.namedItem("map");
    if (text.value.length > PACK_FROM && map.value === "" && "CompressionStream" in window) {
      event.preventDefault();
      map.value = await packed(text.value);
      text.disabled = true;
      form.requestSubmit(event.submitter);
    }
  });
  // Back from the next page the field must be there again.
  addEventListener("pageshow", () => {
    form.elements.namedItem("map").value = "";
    text.disabled = false;
  });
}

if (editor) {
  dragging();
  leaving();
  failures();
  keepOpen();
}
const file = document.getElementById("import");
if (file) {
  importing(file);
}
