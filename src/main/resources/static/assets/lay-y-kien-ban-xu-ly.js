// The answer desk. Everything works without this script; with it nothing is loaded twice and no hand leaves the keyboard.
const desk = document.getElementById('ban');
const pane = document.getElementById('o-tra-loi');
const news = document.getElementById('thong-bao');
const help = document.getElementById('phim-tat');
const narrow = window.matchMedia('(max-width: 61.99rem)');

const links = () => [...document.querySelectorAll('#cac-cum .desk-row > a')];
const current = () => document.querySelector('#cac-cum .desk-row > a[aria-current]');
const more = () => document.querySelector('#xem-tiep a');
const heading = () => document.getElementById('cum-dang-mo');

/** Marks the line of the cluster that stands beside the list; fetches the next lines once when it isn't among them. */
function markLine(fetchMore) {
  const cluster = pane.querySelector('[data-cluster]')?.dataset.cluster;
  for (const link of links()) {
    link.removeAttribute('aria-current');
  }
  const line = document.querySelector(`#cum-${cluster} > a`);
  if (line) {
    line.setAttribute('aria-current', 'true');
    line.scrollIntoView({block: 'nearest'});
  } else if (cluster && fetchMore && more()) {
    document.body.addEventListener('htmx:afterSettle', () => markLine(false), {once: true});
    more().click();
  }
}

/** The next or the former line; behind the last one more are fetched. */
function step(by) {
  const all = links();
  const at = all.indexOf(current());
  const next = all[at < 0 ? 0 : at + by];
  if (next) {
    next.focus({preventScroll: true});
    next.click();
  } else if (by > 0 && more()) {
    document.body.addEventListener('htmx:afterSettle', () => step(by), {once: true});
    more().click();
  }
}

if (desk) {
  document.body.addEventListener('htmx:afterSettle', event => {
    if (event.detail.target !== pane) {
      return;
    }
    desk.classList.add('desk-chosen');
    markLine(true);
    const refused = document.getElementById('tu-choi');
    if (refused) {
      refused.focus();
    } else if (event.detail.requestConfig.verb === 'post' || narrow.matches) {
      heading()?.focus();
      pane.scrollIntoView({block: 'nearest'});
    } else {
      news.textContent = heading()?.textContent.trim() ?? '';
    }
  });

  // somebody whose session has ended would be shown the login page inside ours
  document.body.addEventListener('htmx:beforeSwap', event => {
    if (new URL(event.detail.xhr.responseURL).pathname === '/dang-nhap') {
      event.detail.shouldSwap = false;
      news.textContent = 'Phiên làm việc đã hết. Hãy chép lại chữ đang gõ rồi tải lại trang để đăng nhập.';
    }
  });
  for (const trouble of ['htmx:sendError', 'htmx:responseError', 'htmx:timeout']) {
    document.body.addEventListener(trouble, () => {
      news.textContent = 'Chưa lưu được vì mất kết nối hoặc máy chủ bận. Chữ đang gõ vẫn còn, hãy bấm lưu lần nữa.';
    });
  }

  const ticks = () => [...document.querySelectorAll('#cac-cum input[name=chon]')];
  const count = () => {
    const ticked = ticks().filter(tick => tick.checked).length;
    const shown = document.getElementById('so-chon');
    if (shown) {
      shown.textContent = ticked ? ` (${ticked})` : '';
    }
  };
  document.addEventListener('change', count);
  count();
  const all = document.getElementById('chon-het');
  if (all) {
    document.getElementById('chon-het-o').hidden = false;
    all.addEventListener('click', () => {
      const wanted = ticks().some(tick => !tick.checked);
      ticks().forEach(tick => {
        tick.checked = wanted;
      });
      count();
    });
  }

  // whoever speaks to the computer, or types with a stick, turns single keys off
  const keys = document.getElementById('phim-dung');
  document.getElementById('phim-o').hidden = false;
  keys.checked = localStorage.getItem('ban-xu-ly.phim') !== 'tat';
  keys.addEventListener('change', () => localStorage.setItem('ban-xu-ly.phim', keys.checked ? 'dung' : 'tat'));

  const typing = element =>
    element.closest('textarea, select, [contenteditable], input:not([type=radio]):not([type=checkbox])') !== null;

  const press = selector => pane.querySelector(selector)?.click();

  const actions = {
    j: () => step(1),
    k: () => step(-1),
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    s: () => press('[data-save]'),
    a: () => press('[data-adopt]'),
    r: () => document.getElementById('ly-do')?.focus(),
    t: () => {
      const templates = document.getElementById('mau-tra-loi');
      if (templates) {
        templates.open = true;
        (templates.querySelector('button[name=mau]') ?? templates.querySelector('input')).focus();
      }
    },
    x: () => {
      const tick = current()?.parentElement.querySelector('input[name=chon]');
      if (tick) {
        tick.click();
        news.textContent = tick.checked ? 'Đã đánh dấu cụm này.' : 'Đã bỏ đánh dấu cụm này.';
      }
    },
    '?': () => {
      help.open = !help.open;
      if (help.open) {
        help.querySelector('summary').focus();
      }
    },
  };

  function choose(number) {
    const choice = pane.querySelector(`[data-key="${number}"]`);
    if (!choice) {
      return false;
    }
    choice.checked = true;
    choice.focus();
    const reason = document.getElementById('ly-do');
    if (choice.hasAttribute('data-reason') && reason.value.trim() === '') {
      reason.focus();
    }
    return true;
  }

  document.addEventListener('keydown', event => {
    if (event.target.id === 'ly-do' && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      press('[data-save]');
      return;
    }
    if (event.key === 'Escape' && pane.contains(event.target) && typing(event.target)) {
      heading()?.focus();
      return;
    }
    if (!keys.checked || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || typing(event.target)) {
      return;
    }
    const arrow = event.key.startsWith('Arrow');
    if (arrow && !(event.target === document.body || event.target === heading() || links().includes(event.target))) {
      return;
    }
    if (/^[1-7]$/.test(event.key) ? choose(event.key) : actions[event.key] && (actions[event.key](), true)) {
      event.preventDefault();
    }
  });
}
