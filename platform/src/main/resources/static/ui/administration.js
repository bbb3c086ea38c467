// Sends the file of a public list as it is to the REST call, with its progress.
function token(form) {
  return form.querySelector("input[name=_csrf]").value;
}

function say(form, text, right) {
  const result = form.querySelector(".result");
  result.textContent = text;
  result.className = right ? "result right" : "result wrong";
}

function answerOf(request) {
  try {
    return JSON.parse(request.responseText);
  } catch {
    return {};
  }
}

function done(form, request) {
  const answer = answerOf(request);
  if (request.status >= 200 && request.status < 300) {
    const unchanged = answer.outcome === "UNCHANGED";
    say(form, unchanged ? "The file is the one that is stored; nothing changed." : "Imported.", true);
    setTimeout(() => location.assign("/administration/lists"), 1200);
    return;
  }
  const why = answer.detail ?? "The platform did not take the file.";
  say(form, [why, answer.hint].filter(Boolean).join(" "), false);
}

function address(form, file) {
  const target = new URL(form.dataset.upload, location.href);
  target.searchParams.set("name", file.name.slice(0, 200));
  if (form.elements.force.checked) {
    target.searchParams.set("force", "true");
  }
  return target;
}

function send(form, file) {
  const bar = form.querySelector("progress");
  const button = form.querySelector("button[type=submit]");
  const request = new XMLHttpRequest();
  const end = () => {
    bar.hidden = true;
    button.disabled = false;
  };
  request.open("POST", address(form, file));
  request.setRequestHeader("X-CSRF-TOKEN", token(form));
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.upload.addEventListener("progress", (event) => {
    bar.max = event.total || 1;
    bar.value = event.loaded;
  });
  request.addEventListener("load", () => {
    end();
    done(form, request);
  });
  request.addEventListener("error", () => {
    end();
    say(form, "The platform was not reached. Nothing was changed; try again.", false);
  });
  bar.hidden = false;
  button.disabled = true;
  say(form, "Sending and checking the file…", true);
  request.send(file);
}

for (const form of document.querySelectorAll("form[data-upload]")) {
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const file = form.elements.file.files[0];
    if (!file) {
      return;
    }
    if (file.size > Number(form.dataset.bytesMax)) {
      say(form, "The file is larger than a list may be.", false);
      return;
    }
    send(form, file);
  });
}
