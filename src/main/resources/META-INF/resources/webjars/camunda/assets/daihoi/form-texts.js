/*
 * The form viewer inside Tasklist (form-js 1.8.7) has its messages fixed in English and no setting for them.
 * Its date picker takes a locale; the rest is translated where it appears, in the text nodes and
 * attributes of the form alone. A text node is changed, never replaced: the viewer keeps its own hold of it.
 */
import {flatpickrLocale} from './calendar.js';

const MESSAGES = [
  [/^Field is required\.$/, () => 'Bắt buộc nhập.'],
  [/^Field must have minimum value of (.+)\.$/, min => `Giá trị nhỏ nhất là ${min}.`],
  [/^Field must have maximum value of (.+)\.$/, max => `Giá trị lớn nhất là ${max}.`],
  [/^Field must have minimum length of (.+)\.$/, min => `Nhập ít nhất ${min} ký tự.`],
  [/^Field must have maximum length of (.+)\.$/, max => `Nhập nhiều nhất ${max} ký tự.`],
  [/^Field must match pattern (.+)\.$/, () => 'Nội dung chưa đúng mẫu quy định.'],
  [/^Field must be a valid\s+international phone number\./, () => 'Số điện thoại chưa đúng, ví dụ: +84241234567.'],
  [/^Field must be a valid email\.$/, () => 'Địa chỉ thư điện tử chưa đúng.'],
  [/^Value is not a number\.$/, () => 'Giá trị phải là số.'],
  [/^Select$/, () => 'Chọn'],
  [/^Search$/, () => 'Tìm'],
  [/^No results$/, () => 'Không có kết quả'],
  [/^All values selected$/, () => 'Đã chọn hết'],
  [/^Nothing to show\.?$/, () => 'Không có dữ liệu'],
  [/^Add new$/, () => 'Thêm dòng'],
  [/^Show all \((\d+)\)$/, count => `Hiện tất cả (${count})`],
  [/^Show all$/, () => 'Hiện tất cả'],
  [/^Collapse$/, () => 'Thu gọn'],
  [/^Submit$/, () => 'Gửi'],
  [/^Reset$/, () => 'Nhập lại'],
  [/^dd\/mm\/yyyy$/, () => 'ngày/tháng/năm'],
  [/^hh:mm( \?m)?$/, () => 'giờ:phút']
];
const ATTRIBUTES = ['placeholder', 'title', 'aria-label'];
// What a form's author wrote is never touched, even where it happens to read like one of the viewer's own texts.
const OWN_TEXTS = '.fjs-form-field-error, .fjs-select-placeholder, .fjs-dropdownlist-empty, .fjs-button, .fjs-repeat-render-footer';

function inVietnamese(text) {
  const trimmed = text.trim();
  for (const [pattern, say] of MESSAGES) {
    const found = pattern.exec(trimmed);
    if (found) {
      return say(...found.slice(1));
    }
  }
  return text;
}

function translateText(node) {
  const parent = node.parentElement;
  if (!parent || !parent.closest(OWN_TEXTS)) {
    return;
  }
  const translated = inVietnamese(node.data);
  if (translated !== node.data) {
    node.data = translated;
  }
}

function translateAttributes(element) {
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(name);
    const translated = value && inVietnamese(value);
    if (value && translated !== value) {
      element.setAttribute(name, translated);
    }
  }
}

function translateTree(root) {
  if (root.nodeType === Node.TEXT_NODE) {
    translateText(root);
    return;
  }
  if (root.nodeType !== Node.ELEMENT_NODE) {
    return;
  }
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = root; node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      translateText(node);
    } else {
      translateAttributes(node);
    }
  }
}

function isInForm(node) {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  return Boolean(element && element.closest('.fjs-container'));
}

function onMutations(mutations) {
  for (const mutation of mutations) {
    if (mutation.type === 'childList') {
      for (const added of mutation.addedNodes) {
        if (isInForm(added)) {
          translateTree(added);
        } else if (added.nodeType === Node.ELEMENT_NODE) {
          added.querySelectorAll('.fjs-container').forEach(translateTree);
        }
      }
    } else if (isInForm(mutation.target)) {
      if (mutation.type === 'characterData') {
        translateText(mutation.target);
      } else {
        translateAttributes(mutation.target);
      }
    }
  }
}

/**
 * The form viewer writes a date as the browser's language does, which on a clerk's English Windows is
 * month/day/year. It asks for that language by the word "default", which nobody else uses.
 */
function datesAreVietnamese() {
  Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
    construct: (target, [locale, ...rest]) => new target(locale === 'default' ? 'vi-VN' : locale, ...rest)
  });
  if (window.flatpickr) {
    window.flatpickr.localize(flatpickrLocale);
  }
}

export function translateForms() {
  datesAreVietnamese();
  new MutationObserver(onMutations).observe(document.body, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ATTRIBUTES
  });
}
