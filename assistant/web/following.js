// Tells the program which of the page's own links was pressed.
const OURS = 'a[href^="#open/"], a[href^="?meeting="]';

export default function ({ setTriggerValue }) {
  const follow = (event) => {
    const link = event.target instanceof Element && event.target.closest(OURS);
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return; // to be opened apart
    event.preventDefault();
    setTriggerValue("followed", link.getAttribute("href"));
  };
  document.addEventListener("click", follow);
  return () => document.removeEventListener("click", follow);
}
