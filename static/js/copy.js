// A button [data-copy="#field"] copies that field's value and says so; it stays hidden where copying is impossible.
if (navigator.clipboard) document.querySelectorAll("[data-copy]").forEach((button) => {
  const label = button.textContent;
  button.hidden = false;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    const source = document.querySelector(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(source.value ?? source.textContent.trim());
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = label; }, 2000);
    } catch {
      source.select?.();
    }
  });
});
