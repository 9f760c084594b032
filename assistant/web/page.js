// What Streamlit leaves out for those who hear the page or use no mouse: British pronunciation,
// news, and a place for the focus when the sidebar opens or shuts. An element with data-heard is
// told once, whole, when it appears; its words are told as text.
(() => {
  document.documentElement.lang = "en-GB";
  if (document.getElementById("cp-news")) return;
  const news = document.createElement("p");
  news.id = "cp-news";
  news.className = "cp-heard";
  news.setAttribute("role", "status");
  document.body.append(news);

  const told = new WeakSet();
  const tell = () => {
    const fresh = [...document.querySelectorAll("[data-heard]")].filter((each) => !told.has(each));
    if (!fresh.length) return;
    fresh.forEach((each) => told.add(each));
    news.textContent = fresh.map((each) => each.textContent).join(" ");
  };
  const keepFocus = () => {
    if (document.activeElement !== document.body) return;
    const shut = document.querySelector("[data-testid=stSidebar][data-collapsed=true]");
    const button = shut ? "[data-testid=stExpandSidebarButton]" : "[data-testid=stSidebarCollapseButton] button";
    document.querySelector(button)?.focus();
  };
  new MutationObserver((changes) => {
    tell();
    if (changes.some((change) => change.type === "attributes")) requestAnimationFrame(keepFocus);
  }).observe(document.body, { attributeFilter: ["data-collapsed"], childList: true, subtree: true });
  tell();
})();
