// Copies as text and as HTML. A browser that was reached without encryption from another
// computer has no clipboard to write to: there the text is selected, to be copied by hand.
const TOLD_FOR = 4000; // milliseconds

async function copy(text, html) {
  if (!html) return navigator.clipboard.writeText(text);
  const part = (words, kind) => new Blob([words], { type: kind });
  return navigator.clipboard.write([
    new ClipboardItem({ "text/plain": part(text, "text/plain"), "text/html": part(html, "text/html") }),
  ]);
}

function select(parent, text) {
  let box = parent.querySelector("textarea");
  if (!box) {
    box = document.createElement("textarea");
    box.readOnly = true;
    box.setAttribute("aria-label", "Text to copy");
    parent.append(box);
  }
  box.value = text;
  box.select();
}

export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button");
  const status = parentElement.querySelector("[role=status]");
  button.textContent = data.label;
  button.onclick = async () => {
    try {
      await copy(data.text, data.html);
      status.textContent = "Copied";
    } catch {
      select(parentElement, data.text);
      status.textContent = "Press Ctrl+C to copy the text below";
    }
    setTimeout(() => (status.textContent = ""), TOLD_FOR);
  };
}
