// A form marked data-once is sent once: a second press waits for the first. The error summary takes the focus.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form[data-once]") || event.defaultPrevented) return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "1";
  // After the browser has read the pressed button's name and value.
  setTimeout(() => form.querySelectorAll("button:not([type=button])").forEach((button) => {
    button.setAttribute("aria-busy", "true");
    button.setAttribute("aria-disabled", "true");
  }));
});

// Coming back with the browser's own button: the form may be sent again.
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => {
  delete form.dataset.sent;
  form.querySelectorAll("[aria-busy]").forEach((button) => {
    button.removeAttribute("aria-busy");
    button.removeAttribute("aria-disabled");
  });
}));

document.querySelector("[data-error-summary]")?.focus();
