// Filters (form[data-filter]) show their result as soon as a choice is made; typing waits for the button or Enter.
document.querySelectorAll("form[data-filter]").forEach((form) => {
  form.addEventListener("change", (event) => {
    if (event.target.matches("select, input[type=checkbox], input[type=radio], input[type=date]")) form.requestSubmit();
  });
  // Empty fields stay out of the address.
  form.addEventListener("formdata", (event) => {
    for (const [name, value] of [...event.formData]) {
      if (value !== "") continue;
      const rest = event.formData.getAll(name).filter((one) => one !== "");
      event.formData.delete(name);
      rest.forEach((one) => event.formData.append(name, one));
    }
  });
});
