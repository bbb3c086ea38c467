// A part that cannot be loaded says so in its place; the server sends a line for each refusal.
document.addEventListener("htmx:beforeSwap", (event) => {
  const answer = event.detail.xhr;
  if (answer.status >= 400 && (answer.getResponseHeader("Content-Type") ?? "").startsWith("text/html")) {
    event.detail.shouldSwap = !answer.responseText.includes("<html");
  }
});

function say(event) {
  const line = document.createElement("p");
  line.className = "alert bad";
  line.setAttribute("role", "alert");
  line.textContent = "This part could not be loaded. Check the connection to the platform, then load the page again.";
  event.detail.target?.replaceChildren(line);
}

document.addEventListener("htmx:sendError", say);
document.addEventListener("htmx:timeout", say);
document.addEventListener("htmx:responseError", (event) => {
  if ((event.detail.xhr.responseText ?? "").includes("<html")) {
    say(event);
  }
});
