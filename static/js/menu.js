// Menus are <details>: close them on Escape, on a click elsewhere, and when another one opens.
const menus = document.querySelectorAll("details[data-menu]");

const closeAll = (except) => menus.forEach((menu) => { if (menu !== except) menu.open = false; });

document.addEventListener("click", (event) => closeAll(event.target.closest("details[data-menu]")));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = [...menus].find((menu) => menu.open);
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus();
});
menus.forEach((menu) => menu.addEventListener("toggle", () => { if (menu.open) closeAll(menu); }));
menus.forEach((menu) => menu.addEventListener("focusout", (event) => {
  if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
}));
