/* Before the first paint: the light or dark scheme that the reader chose earlier. A refused storage is no fault. */
try {
  const chosen = localStorage.getItem("scheme");
  if (chosen === "dark" || chosen === "light") document.documentElement.dataset.scheme = chosen;
} catch { /* the system's scheme it is */ }
