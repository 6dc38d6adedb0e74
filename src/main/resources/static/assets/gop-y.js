// Makes the public pages handier: the form opens below its clause, the words marked with a finger become the quotation,
// and what is typed stays on this device until the receipt is there. Everything works without it.
(function () {
  'use strict';

  const FIELDS = ['text', 'type', 'source', 'quote', 'area'];
  const PREFIX = 'gop-y:';
  const SENT = 'gop-y-sent';
  const main = document.querySelector('main');

  // a browser may refuse to keep anything
  const kept = {
    get: (key) => { try { return JSON.parse(localStorage.getItem(key)); } catch (e) { return null; } },
    set: (key, value) => { try { localStorage.setItem(key, JSON.stringify(value)); return true; } catch (e) { return false; } },
    remove: (key) => { try { localStorage.removeItem(key); } catch (e) { /* nothing was kept */ } },
    keys: () => { try { return Object.keys(localStorage); } catch (e) { return []; } },
  };

  const keyOf = (form) => PREFIX + form.dataset.slug + ':' + form.dataset.doan;

  function watch(form) {
    const key = keyOf(form);
    const before = kept.get(key);
    if (before && !form.elements.text.value) {
      FIELDS.forEach((name) => { if (before[name]) { form.elements[name].value = before[name]; } });
      if (before.quote || before.area) { form.querySelector('details').open = true; }
      form.querySelector('.kept').textContent = 'Đã lấy lại nội dung bạn viết dở trên máy này.';
    }
    const keep = () => {
      if (!form.elements.text.value) { kept.remove(key); return; }
      const values = {};
      FIELDS.forEach((name) => { values[name] = form.elements[name].value; });
      if (kept.set(key, values)) { form.querySelector('.kept').textContent = 'Nội dung được giữ trên máy này cho đến khi gửi xong.'; }
    };
    form.addEventListener('input', keep);
    form.addEventListener('submit', () => { keep(); kept.set(SENT, key); });
  }

  function marked(clause) {
    const words = clause && clause.querySelector('.w, td') ? window.getSelection() : null;
    if (!words || words.isCollapsed || words.rangeCount === 0) { return ''; }
    const range = words.getRangeAt(0);
    return clause.contains(range.commonAncestorContainer) ? words.toString().trim().slice(0, 2000) : '';
  }

  async function open(link, quote) {
    const clause = link.closest('.cl');
    const below = (clause && (clause.closest('.tb') || clause)) || link.closest('p');
    const answer = await fetch(location.pathname.replace(/\/$/, '') + '/phieu?doan=' + link.dataset.doan);
    if (!answer.ok) { location.href = link.href; return; }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const form = page.getElementById('gop-y');
    const old = document.getElementById('gop-y');
    if (old) { old.remove(); }
    document.querySelectorAll('.chosen').forEach((one) => one.classList.remove('chosen'));
    if (clause) { clause.classList.add('chosen'); }
    below.after(form);
    if (form.tagName === 'FORM') {
      const repeated = form.querySelector('blockquote');
      if (repeated) { repeated.remove(); }
      watch(form);
      if (quote) {
        form.elements.quote.value = quote;
        form.querySelector('details').open = true;
      }
      form.elements.text.focus();
    }
    form.scrollIntoView({ block: 'nearest' });
  }

  if (main && main.dataset.receipt) {
    const key = kept.get(SENT);
    if (key) { kept.remove(key); kept.remove(SENT); }
  }

  document.querySelectorAll('form#gop-y').forEach(watch);

  if (main && main.dataset.open === 'true') {
    let quote = '';
    // pressing the link takes the mark away, so it is read before
    document.addEventListener('pointerdown', (event) => {
      const link = event.target.closest('a[data-doan]');
      quote = link ? marked(link.closest('.cl')) : '';
    });
    document.addEventListener('click', (event) => {
      const link = event.target.closest('a[data-doan]');
      if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        open(link, quote || marked(link.closest('.cl'))).catch(() => { location.href = link.href; });
      } else if (event.target.closest('.cl .w') && !event.target.closest('a') && window.getSelection().isCollapsed) {
        const clause = event.target.closest('.cl');
        if (!clause.classList.contains('chosen')) { open(clause.querySelector('a[data-doan]'), '').catch(() => {}); }
      }
    });

    const unsent = kept.keys().filter((key) => key.startsWith(PREFIX + main.dataset.slug + ':'));
    const place = document.querySelector('.unsent');
    if (unsent.length && place) {
      place.append('Bạn có góp ý viết dở trên máy này: ');
      unsent.forEach((key, at) => {
        const link = document.createElement('a');
        const clause = key.slice(key.lastIndexOf(':') + 1);
        link.href = '?doan=' + encodeURIComponent(clause) + '#gop-y';
        link.textContent = clause === '0' ? 'toàn dự thảo' : 'đoạn ' + clause;
        place.append(at ? ', ' : '', link);
      });
      place.hidden = false;
    }
  }
})();
