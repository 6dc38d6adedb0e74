// The pages of the documents. Each of them works without this script; it saves presses and waiting without a word.
const toast = document.getElementById('doc-toast');

/** A form is sent once, however often one presses; after "back" it can be sent again. */
for (const form of document.querySelectorAll('form[data-once]')) {
  form.addEventListener('submit', event => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'true';
    form.setAttribute('aria-busy', 'true');
    // later, for a button that is off isn't sent along
    setTimeout(() => setButtons(form, true));
    form.querySelector('.doc-progress')?.removeAttribute('hidden');
  });
}

function setButtons(form, off) {
  for (const button of form.querySelectorAll('button')) {
    button.disabled = off;
  }
}

window.addEventListener('pageshow', event => {
  if (!event.persisted) {
    return;
  }
  for (const form of document.querySelectorAll('form[data-sent]')) {
    delete form.dataset.sent;
    form.removeAttribute('aria-busy');
    setButtons(form, false);
    form.querySelector('.doc-progress')?.setAttribute('hidden', '');
  }
});

/** A file that is too large is told before it is sent. */
const upload = document.querySelector('.doc-upload');
if (upload) {
  const file = upload.elements.tep;
  const note = document.getElementById('tep-loi');
  file.addEventListener('change', () => {
    const large = file.files.length > 0 && file.files[0].size > Number(upload.dataset.largest);
    note.hidden = !large;
    file.setCustomValidity(large ? note.textContent : '');
  });
}

document.querySelector('[data-focus]')?.focus();

function say(words) {
  if (toast) {
    toast.textContent = words;
    setTimeout(() => {
      toast.textContent = '';
    }, 4000);
  }
}

/** A clause's "#" copies the address of the clause. */
document.querySelector('.doc-body')?.addEventListener('click', event => {
  const link = event.target.closest('a.lk');
  if (link && navigator.clipboard) {
    navigator.clipboard.writeText(link.href).then(() => say('Đã chép liên kết tới đoạn này.'), () => {});
  }
});

/** The first clause on the screen. */
function clauseOnScreen() {
  const text = document.querySelector('.doc-body .doc-text');
  if (!text) {
    return null;
  }
  const box = text.getBoundingClientRect();
  for (let y = Math.max(20, box.top + 4); y < window.innerHeight; y += 24) {
    const found = document.elementFromPoint(box.left + box.width / 2, y)?.closest('[id^="c"]');
    if (found) {
      return found.id;
    }
  }
  return null;
}

/** Another version opens at the clause one is reading. */
for (const link of document.querySelectorAll('a.doc-stay')) {
  link.addEventListener('click', () => {
    const clause = clauseOnScreen();
    if (clause) {
      link.hash = clause;
    }
  });
}

function clauseIsThere() {
  if (/^#c\d+$/.test(location.hash) && !document.getElementById(location.hash.slice(1))) {
    say('Đoạn này không có trong phiên bản đang mở.');
  }
}

if (document.querySelector('.reader')) {
  clauseIsThere();
  window.addEventListener('hashchange', clauseIsThere);
}

/** On a telephone the outline closes when one has chosen. */
document.querySelector('.doc-outline')?.addEventListener('click', event => {
  if (event.target.closest('a')) {
    document.getElementById('mo-muc-luc').checked = false;
  }
});

const bar = document.querySelector('.chg-nav');
const changes = [...document.querySelectorAll('.chg')];
if (bar && changes.length > 0) {
  const place = document.getElementById('chg-place');
  let at = -1;
  const step = by => {
    at = Math.min(changes.length - 1, Math.max(0, at + by));
    changes[at].focus({preventScroll: true});
    changes[at].scrollIntoView({block: 'start'});
    place.textContent = `${at + 1}/${changes.length}`;
  };
  bar.hidden = false;
  bar.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (button) {
      step(Number(button.dataset.step));
    }
  });
  document.addEventListener('focusin', event => {
    const change = event.target.closest('.chg');
    if (change) {
      at = changes.indexOf(change);
    }
  });
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest('input, select, textarea')) {
      return;
    }
    if (event.key === 'n' || event.key === 'j') {
      step(1);
    } else if (event.key === 'p' || event.key === 'k') {
      step(-1);
    }
  });
}
